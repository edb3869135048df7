# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The end of a person's account, and of whatever the components hold under its name."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from friedensplatz.accounts.access import account_only, signed_in
from friedensplatz.accounts.actions import close_account
from friedensplatz.concerns.actions import release_all_concerns


@never_cache
@account_only
def account_delete(request: HttpRequest) -> HttpResponse:
    """Ask once more, then delete."""
    user = signed_in(request)
    if not user.has_perm("accounts.close_account"):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "website/account_delete.html")
    with transaction.atomic():
        release_all_concerns(user)
        close_account(user)
    logout(request)
    messages.success(request, _("Your account is deleted."))
    return redirect("home")
