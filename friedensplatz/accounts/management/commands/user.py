# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Accounts from the command line: the first administrator, and ways back in."""

import getpass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from friedensplatz.accounts.actions import LastAdministrator, change_person, create_user
from friedensplatz.accounts.models import User


class Command(BaseCommand):
    help = "Add, list and deactivate accounts; reset a lost second factor."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        add = verbs.add_parser("add", help="a new account; asks for the password")
        add.add_argument("email")
        add.add_argument("--name", default="")
        add.add_argument("--language", default="de")
        add.add_argument("--administrator", action="store_true")
        add.add_argument("--leadership", action="store_true")
        verbs.add_parser("list", help="all accounts")
        for verb, text in {
            "deactivate": "no sign-in any more; what the person did stays",
            "reset-second-factor": "sign in with the password alone, once the person has proved who they are",
        }.items():
            verbs.add_parser(verb, help=text).add_argument("email")

    def handle(self, *args: object, verb: str, **options: Any) -> None:
        getattr(self, verb.replace("-", "_"))(**options)

    def add(self, *, email: str, name: str, language: str, administrator: bool, leadership: bool, **_: Any) -> None:
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError("This address has an account already.")
        password = getpass.getpass("Password: ")
        try:
            password_validation.validate_password(password, User(email=email, name=name))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        create_user(email, name, language, administrator=administrator, leadership=leadership, password=password)
        self.stdout.write(f"{email} can sign in.")

    def list(self, **_: Any) -> None:
        for user in User.objects.order_by("email"):
            marks = {"administrator": user.is_administrator, "leadership": user.is_leadership}
            marks["deactivated"] = not user.is_active
            rights = ", ".join(mark for mark, given in marks.items() if given)
            self.stdout.write(f"{user.email}  {user.name}  {rights}".rstrip())

    def deactivate(self, *, email: str, **_: Any) -> None:
        try:
            change_person(_user(email), is_active=False)
        except LastAdministrator as error:
            raise CommandError("At least one administrator has to stay.") from error
        self.stdout.write(f"{email} cannot sign in any more.")

    def reset_second_factor(self, *, email: str, **_: Any) -> None:
        count, _kinds = Authenticator.objects.filter(user=_user(email)).delete()
        self.stdout.write(f"{count} factors removed; {email} signs in with the password alone.")


def _user(email: str) -> User:
    user = User.objects.filter(email__iexact=email).first()
    if not user:
        raise CommandError("There is no account with this address.")
    return user
