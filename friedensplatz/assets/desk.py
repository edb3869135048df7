# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The library, for editors."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.activity.queries import activities_of
from friedensplatz.assets.actions import (
    AlreadyThere,
    ChangedMeanwhile,
    InUse,
    add_asset,
    bring_back,
    change_facts,
    change_many,
    delete_asset,
    replace_file,
)
from friedensplatz.assets.captions import keep_captions, remove_captions, sentence_of_fault, tracks_of
from friedensplatz.assets.forms import (
    CaptionsForm,
    CreditForm,
    FactsForm,
    FileForm,
    LibraryFilter,
    UploadForm,
    captions_refusal_of,
    refusal_of,
)
from friedensplatz.assets.intake.captions import MOST_BYTES, BadCaptions
from friedensplatz.assets.models import Asset, Replaced
from friedensplatz.assets.queries import assets_changeable_by, assets_matching, missing_facts
from friedensplatz.assets.uses import uses_of
from friedensplatz.core.listing import slice_of
from friedensplatz.core.uploads.refused import Refused

PAGE = 24
editors_only = permitted("assets.use_library")


@require_safe
@editors_only
def asset_list(request: HttpRequest) -> HttpResponse:
    """All pictures and files, newest first, to be found, opened, or changed several at once."""
    user = signed_in(request)
    form = LibraryFilter(request.GET, user)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = slice_of(assets_matching(**form.chosen), ["-created_at", "-id"], after=after, before=before, size=PAGE)
    shown = [asset.pk for asset in page.rows]
    context = {
        "form": form,
        "slice": page,
        "bulk": CreditForm(user=user),
        "changeable": set(assets_changeable_by(user).filter(pk__in=shown).values_list("pk", flat=True)),
        "used": {use.asset for use in uses_of(shown)},
    }
    return render(request, "assets/asset_list.html", context)


@editors_only
def asset_upload(request: HttpRequest) -> HttpResponse:
    """Take files into the library. Those that cannot be taken are named with the reason; the others are in."""
    user = signed_in(request)
    form = UploadForm(request.POST or None, request.FILES or None, user=user, initial={"team": user.teams.first()})
    added: list[Asset] = []
    if form.is_valid():
        for upload in form.cleaned_data["uploads"]:
            added += _added(request, form, upload)
        if added and not form.errors:
            return redirect("asset_edit", added[0].slug) if len(added) == 1 else redirect("asset_list")
    return render(request, "assets/asset_upload.html", {"form": form, "added": added})


def _added(request: HttpRequest, form: UploadForm, upload: "UploadedFile[bytes]") -> Iterable[Asset]:
    try:
        asset = add_asset(upload.name or "", upload, by=signed_in(request), **form.given())
    except Refused as refused:
        form.add_error("uploads", f"{upload.name}: {refusal_of(refused)}")
        return []
    except AlreadyThere as there:
        told = {"file": upload.name, "title": there.asset}
        messages.info(request, _("%(file)s is in the library already, as “%(title)s”.") % told)
        return [there.asset]
    messages.success(request, _("%(file)s is in the library.") % {"file": upload.name})
    return [asset]


@editors_only
def asset_edit(request: HttpRequest, slug: str) -> HttpResponse:
    asset = _asset(request, slug)
    user = signed_in(request)
    form = FactsForm(request.POST or None, asset, user=user)
    if form.is_valid():
        try:
            change_facts(asset, form.facts(), seen=form.cleaned_data["seen"], by=user)
        except ChangedMeanwhile:
            asset.refresh_from_db()
            form.compare(asset, user)
        else:
            messages.success(request, _("Saved. Everybody sees it from now on."))
            return redirect("asset_edit", slug)
    return _show(request, asset, form, FileForm())


@require_POST
@editors_only
def asset_replace(request: HttpRequest, slug: str) -> HttpResponse:
    """Another file in place of this one; everything that shows it shows the new one."""
    asset = _asset(request, slug)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            replace_file(asset, upload.name, upload, by=signed_in(request))
        except Refused as refused:
            form.add_error("file", refusal_of(refused))
        except AlreadyThere as there:
            form.add_error("file", _("The library has this file already, as “%(title)s”.") % {"title": there.asset})
        except ChangedMeanwhile:
            form.add_error("file", _("Somebody has replaced it meanwhile. Look at the new file first."))
        else:
            messages.success(
                request, _("The file is replaced wherever it is used. The former one can be brought back.")
            )
            return redirect("asset_edit", slug)
    return _show(request, asset, FactsForm(None, asset, user=signed_in(request)), form)


@require_POST
@editors_only
def asset_restore(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Bring a former file back."""
    asset = _asset(request, slug)
    try:
        bring_back(
            get_object_or_404(Replaced.objects.select_related("asset"), pk=pk, asset=asset), by=signed_in(request)
        )
    except (AlreadyThere, ChangedMeanwhile, Refused, FileNotFoundError):
        messages.warning(request, _("The former file cannot be brought back: it is in the library elsewhere, or gone."))
    else:
        messages.success(request, _("The former file is shown again."))
    return redirect("asset_edit", slug)


@require_POST
@editors_only
def asset_captions(request: HttpRequest, slug: str) -> HttpResponse:
    """Subtitles in a language, once they are understood to the last line."""
    asset = _film(request, slug)
    form = CaptionsForm(request.POST, request.FILES)
    if form.is_valid():
        language, file = form.cleaned_data["language"], form.cleaned_data["captions"]
        try:
            keep_captions(asset, language, file.read(MOST_BYTES + 1), by=signed_in(request))
        except BadCaptions as bad:
            form.add_error("captions", sentence_of_fault(bad))
        except Refused as refused:
            form.add_error("captions", captions_refusal_of(refused))
        else:
            messages.success(request, _("The subtitles are shown wherever the film is."))
            return redirect("asset_edit", slug)
    user = signed_in(request)
    return _show(request, asset, FactsForm(None, asset, user=user), FileForm(), captions_form=form)


@require_POST
@editors_only
def captions_remove(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """Take the subtitles of a language away."""
    remove_captions(_film(request, slug), language, by=signed_in(request))
    messages.success(request, _("These subtitles are taken away."))
    return redirect("asset_edit", slug)


@editors_only
def asset_delete(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask, and delete; what is in use stays, and the page says where it is used."""
    asset = _asset(request, slug)
    uses = uses_of([asset.pk])
    if request.method == "POST" and not uses:
        try:
            delete_asset(asset, by=signed_in(request))
        except InUse as used:
            uses = used.uses
        else:
            messages.success(request, _("“%(title)s” is deleted.") % {"title": asset})
            return redirect("asset_list")
    return render(request, "assets/asset_delete.html", {"asset": asset, "uses": uses})


@require_POST
@editors_only
def assets_change(request: HttpRequest) -> HttpResponse:
    """Write the same facts into several assets: first shown, then done."""
    user = signed_in(request)
    form = CreditForm(request.POST, user=user)
    chosen = assets_changeable_by(user).filter(pk__in=[key for key in request.POST.getlist("asset") if key.isdecimal()])
    assets = list(chosen.order_by("slug"))
    if not form.is_valid() or not form.given() or not assets:
        messages.warning(request, _("Choose pictures or files, and what is to be written into them."))
        return redirect("asset_list")
    if request.POST.get("do") == "apply":
        count = change_many(assets, form.given(), by=user)
        told = ngettext("%(count)s file is changed.", "%(count)s files are changed.", count) % {"count": count}
        messages.success(request, told)
        return redirect("asset_list")
    given = [form[name] for name in form.given()]
    return render(request, "assets/assets_change.html", {"assets": assets, "form": form, "given": given})


def _asset(request: HttpRequest, slug: str) -> Asset:
    asset = get_object_or_404(Asset.objects.select_related("team"), slug=slug)
    if not signed_in(request).has_perm("assets.change_asset", asset):
        raise PermissionDenied
    return asset


def _film(request: HttpRequest, slug: str) -> Asset:
    asset = _asset(request, slug)
    if asset.kind != Asset.Kind.VIDEO:
        raise Http404
    return asset


def _show(
    request: HttpRequest,
    asset: Asset,
    form: FactsForm,
    file_form: FileForm,
    *,
    captions_form: CaptionsForm | None = None,
) -> HttpResponse:
    context = {
        "asset": asset,
        "form": form,
        "file_form": file_form,
        "captions_form": captions_form or CaptionsForm(),
        "tracks": tracks_of(asset),
        "missing": missing_facts(asset),
        "uses": uses_of([asset.pk]),
        "replaced": asset.replaced.select_related("by"),
        "change": activities_of(asset).last(),
    }
    return render(request, "assets/asset_edit.html", context)
