# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The texts an office starts its answers from. Case workers read them, leads write them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import Role
from friedensplatz.concerns.forms.desk import TemplateForm
from friedensplatz.concerns.models import Template
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.queries import offices_of, templates_of


@staff_only
def desk_templates(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    leads = offices_of(user, Role.LEAD)
    return render(
        request, "concerns/desk_templates.html", {"templates": templates_of(offices_of(user)), "leads": leads}
    )


@staff_only
def desk_template_new(request: HttpRequest, office: str) -> HttpResponse:
    """A new template for an office one leads."""
    user = signed_in(request)
    mine = {found.slug: found for found in offices_of(user)}
    if office not in mine:
        raise Http404
    return _edit(request, Template(office=mine[office]))


@staff_only
def desk_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Change or remove a template."""
    template = get_object_or_404(templates_of(offices_of(signed_in(request))), pk=pk)
    return _edit(request, template)


def _edit(request: HttpRequest, template: Template) -> HttpResponse:
    if not signed_in(request).has_perm("concerns.change_template", template):
        raise PermissionDenied
    if "remove" in request.POST and template.pk:
        template.delete()
        return redirect("desk_templates")
    form = TemplateForm(posted(request), instance=template)
    if form.is_valid():
        form.save()
        return redirect("desk_templates")
    return render(request, "concerns/desk_template.html", {"form": form, "template": template})
