# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Users(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_administrator=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with a sign-in: staff, or a resident who wanted an account."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=12, default="de")
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    is_leadership = models.BooleanField(_("city leadership"), default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name


class Team(models.Model):
    """The people of one office."""

    name = models.CharField(_("name"), max_length=200)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Membership", related_name="teams")

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    CASE_WORKER = "case_worker", _("case worker")
    COUNSELLOR = "counsellor", _("counsellor")
    LEAD = "lead", _("lead")
    EDITOR = "editor", _("editor")


class Membership(models.Model):
    """A person's role in a team. One person may hold several."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team", "role"], name="one_membership_per_role")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.team}"


class Invitation(models.Model):
    """A way in for somebody who is to work here: a link by mail that opens once, for a week."""

    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=12, default="de")
    is_administrator = models.BooleanField(_("administrator"), default=False)
    is_leadership = models.BooleanField(_("city leadership"), default=False)
    team = models.ForeignKey(Team, verbose_name=_("team"), null=True, blank=True, on_delete=models.CASCADE)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, blank=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invitation"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(team=None, role="") | (models.Q(team__isnull=False) & ~models.Q(role="")),
                name="invitation_role_belongs_to_a_team",
            )
        ]

    def __str__(self) -> str:
        return self.email


class RightsChange(models.Model):
    """Who gave or took which right of whom, when. Accounts lie below `activity`, so they keep their own history."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rights_changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"
