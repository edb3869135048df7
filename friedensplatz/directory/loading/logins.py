# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's invented staff: one login per role, all with the password made for this installation."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from friedensplatz.accounts.models import Membership, Team, User
from friedensplatz.core.languages import pick
from friedensplatz.core.loaded import left_alone, note_loaded, was_loaded
from friedensplatz.directory.models import Office
from friedensplatz.directory.shapes import LoginShape
from friedensplatz.environment import kept_secret

KIND = "login"


@dataclass(frozen=True)
class Login:
    """What somebody needs to sign in to the demo."""

    email: str
    password: str
    role: str
    office: str

    def __str__(self) -> str:
        return f"{self.email:<40} {self.password}   {self.role}{', ' + self.office if self.office else ''}"


@transaction.atomic
def write_logins(shapes: list[LoginShape]) -> list[Login]:
    """Create the invented staff and say how to sign in as each. Who was taken away since does not come back."""
    password = demo_password()
    hashed = make_password(password)  # once: hashing is slow on purpose
    there = set(User.objects.values_list("email", flat=True))
    gone = left_alone(KIND, {}) - there
    note_loaded(KIND, {shape.email: shape.email for shape in shapes}, [shape.email for shape in shapes])
    return [_write(shape, password, hashed) for shape in shapes if shape.email not in gone]


def demo_password() -> str:
    return kept_secret("FRIEDENSPLATZ_DEMO_PASSWORD", settings.DATA / "secrets" / "demo", length=12)


def has_logins() -> bool:
    """Whether the invented staff was created once, which is the last step of laying a city out."""
    return was_loaded(KIND)


def _write(shape: LoginShape, password: str, hashed: str) -> Login:
    user = User.objects.filter(email=shape.email).first() or User.objects.create(
        email=shape.email,
        password=hashed,
        name=shape.name,
        language=shape.language,
        is_administrator=shape.role == "administrator",
        is_leadership=shape.role == "leadership",
    )
    office = Office.objects.get(slug=shape.office) if shape.office else None
    if office and shape.role not in {"administrator", "leadership"}:
        Membership.objects.get_or_create(user=user, team=team_of(office), role=shape.role)
    return Login(shape.email, password, shape.role, pick(office.name, "de").text if office else "")


def team_of(office: Office) -> Team:
    """The office's team, made when it has none."""
    if office.team is None:
        office.team = Team.objects.create(name=pick(office.name, "de").text)
        office.save(update_fields=["team"])
    return office.team
