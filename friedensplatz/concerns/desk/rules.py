# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.concerns.actions import change_rule
from friedensplatz.concerns.forms.after import RuleForm
from friedensplatz.concerns.models import Kind, Rule
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.promises import promise_for


@permitted("concerns.change_rules")
def desk_rules(request: HttpRequest) -> HttpResponse:
    """What the city promises for each kind."""
    return render(request, "concerns/desk_rules.html", {"rules": _rules().values()})


def _rules() -> dict[str, Rule]:
    """One for each kind; what the settings promise where the city has not laid down anything."""
    kept = {rule.kind: rule for rule in Rule.objects.select_related("office")}
    return {kind: kept.get(kind) or _proposed(kind) for kind in Kind.values}


def _proposed(kind: str) -> Rule:
    promise = promise_for(kind)
    return Rule(kind=kind, acknowledge_days=promise.acknowledge, answer_days=promise.answer)


@permitted("concerns.change_rules")
def desk_rule(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in Kind.values:
        raise Http404
    rule = _rules()[kind]
    form = RuleForm(posted(request), instance=rule)
    if form.is_valid():
        change_rule(form.save(commit=False), also=form.cleaned_data["also"], by=signed_in(request))
        messages.success(request, _("From now on this is promised. What was promised before stays as it was."))
        return redirect("desk_rules")
    return render(request, "concerns/desk_rule.html", {"form": form, "rule": rule})
