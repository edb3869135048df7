# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages somebody looks after, a new one, and what is true of one as a whole."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.core.listing import slice_of
from friedensplatz.directory.queries import offices_editable_by
from friedensplatz.pages.actions import AddressTaken, FactsChanged, RingOfPages, change_facts, create_page, move_page
from friedensplatz.pages.content import Role, blank
from friedensplatz.pages.desk.access import page_to_edit
from friedensplatz.pages.editor.choosing import shown_things, things_found
from friedensplatz.pages.editor.fields import ANY_KIND, KINDS, Field
from friedensplatz.pages.facts import facts_of, fingerprint_of
from friedensplatz.pages.filters import PageFilter, pages_at_desk
from friedensplatz.pages.forms import FactsForm, NewPageForm, PlaceForm, address_of
from friedensplatz.pages.models import Page


@staff_only
def page_desk_list(request: HttpRequest) -> HttpResponse:
    """The pages a person looks after with what they wait for, narrowed down as they like."""
    user = signed_in(request)
    if not user.has_perm("pages.use_desk"):
        raise PermissionDenied
    form = PageFilter(request.GET, offices=offices_editable_by(user))
    pages = form.narrowed(pages_at_desk(user), user)
    page = slice_of(pages, ["slug"], after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return render(request, "pages/page_desk_list.html", {"form": form, "slice": page, "today": timezone.localdate()})


@staff_only
def page_new(request: HttpRequest) -> HttpResponse:
    """A title and an office make a page; its address is made of the title."""
    user = signed_in(request)
    if not user.has_perm("pages.use_desk"):
        raise PermissionDenied
    form = NewPageForm(request.POST or None, offices=offices_editable_by(user))
    if form.is_valid():
        title, office = form.cleaned_data["title"], form.cleaned_data["office"]
        try:
            page = create_page(
                address_of(title) or "page", office=office, content=blank() | {"title": {"de": title}}, by=user
            )
        except AddressTaken:
            form.add_error("title", _("There is a page with this title already. Give it another one."))
        else:
            return redirect("page_edit", page.pk)
    return render(request, "pages/page_new.html", {"form": form})


@staff_only
def page_facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Office, topics, dates, pins. What a colleague saved meanwhile is said, and saving again puts it right."""
    page, user = page_to_edit(request, pk), signed_in(request)
    facts = facts_of(page)
    form = FactsForm(request.POST or None, facts=facts, seen=fingerprint_of(facts), offices=offices_editable_by(user))
    chosen = _chosen(page, request.POST if request.method == "POST" else None)
    deed, _colon, place = request.POST.get("do", "save").partition(":")
    if deed == "save" and form.is_valid():
        try:
            change_facts(page, form.facts(**chosen), seen=form.cleaned_data["seen"], by=user)
        except FactsChanged as meanwhile:
            form.data = request.POST.copy()
            form.data["seen"] = fingerprint_of(meanwhile.facts)
            form.add_error(None, _("Somebody has changed this meanwhile. Saving again puts yours in its place."))
        else:
            messages.success(request, _("Saved."))
            return redirect("page_facts", pk)
    context: dict[str, Any] = {"page": page, "form": form, "place_form": PlaceForm(page=page)}
    if deed == "find":
        words, kinds = request.POST.get(f"{place}.words", ""), request.POST.get(f"{place}.kinds", "").split()
        context |= {"place": place, "words": words, "found": things_found(words, kinds)}
    return render(request, "pages/page_facts.html", context | {"named": _named(chosen)})


def _chosen(page: Page, data: QueryDict | None) -> dict[str, list[str]]:
    """The things chosen for a page as a whole: in the sent form, else in the database."""
    if data is None:
        return {"image": [f"asset/{page.image_id}"] if page.image_id else [], "pins": page.pins}
    return {name: [one for one in dict.fromkeys(data.getlist(name)) if one] for name in ("image", "pins")}


def _named(chosen: dict[str, list[str]]) -> list[Field]:
    things = shown_things([one for references in chosen.values() for one in references])
    named = {name: [things[one] for one in references if one in things] for name, references in chosen.items()}
    return [
        Field("image", "image", Role.THING, chosen=named["image"], kinds=" ".join(KINDS["image"])),
        Field("pins", "pins", Role.THINGS, chosen=named["pins"], kinds=" ".join(ANY_KIND)),
    ]


@require_POST
@staff_only
def page_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another address, another page above. Links and old addresses go on leading here."""
    page, user = page_to_edit(request, pk), signed_in(request)
    form = PlaceForm(request.POST, page=page)
    if form.is_valid():
        try:
            move_page(page, slug=form.cleaned_data["slug"], parent=form.cleaned_data["parent"], by=user)
        except AddressTaken:
            form.add_error("slug", _("Another page has or had this address."))
        except RingOfPages:
            form.add_error("parent", _("A page cannot stand below itself."))
        else:
            messages.success(request, _("Moved. The former address leads to the new one."))
            return redirect("page_facts", pk)
    facts = facts_of(page)
    facts_form = FactsForm(facts=facts, seen=fingerprint_of(facts), offices=offices_editable_by(user))
    context = {"page": page, "form": facts_form, "place_form": form, "named": _named(_chosen(page, None))}
    return render(request, "pages/page_facts.html", context)
