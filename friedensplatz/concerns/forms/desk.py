# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One form per deed of the desk. Each does its deed on a concern once it is valid."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, colleagues_in
from friedensplatz.concerns import actions
from friedensplatz.concerns.disclosing import ask_disclosure
from friedensplatz.concerns.forms.fields import WordsField
from friedensplatz.concerns.letters import FIELDS, MARK, unknown_marks
from friedensplatz.concerns.models import Concern, Template
from friedensplatz.concerns.overseeing import substitute_of
from friedensplatz.concerns.queries import offices_to_pass_to
from friedensplatz.concerns.workflow import AFTER_ANSWER, WITHOUT_ANSWER, Outcome
from friedensplatz.directory.models import Duty, Office

Choices = list[tuple[str, list[tuple[str, str]]]]


class DeedForm(forms.Form):
    """A deed on one concern."""

    def __init__(self, *args: Any, concern: Concern, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concern = concern

    def act(self, by: User) -> None:
        raise NotImplementedError


class TakeForm(DeedForm):
    def act(self, by: User) -> None:
        actions.take_concern(self.concern, by=by)


class AssignForm(DeedForm):
    assignee = forms.ModelChoiceField(
        User.objects.none(), label=_("Who takes care of it?"), empty_label=_("Please choose")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["assignee"]
        assert isinstance(field, forms.ModelChoiceField)
        assert self.concern.office.team is not None
        field.queryset = colleagues_in(self.concern.office.team, *CASE_ROLES).order_by("name")

    def act(self, by: User) -> None:
        """Who is away passes it on to the one who stands in, if that one may read it."""
        assignee = self.cleaned_data["assignee"]
        stand_in = substitute_of(assignee, timezone.localdate())
        can_read = stand_in.has_perm("concerns.work_on_concern", self.concern)
        actions.assign_concern(self.concern, stand_in if can_read else assignee, by=by)


class PassOnForm(DeedForm):
    """The duty chosen says which office answers, and teaches the front door."""

    target = forms.ChoiceField(label=_("Who answers for this?"))
    reason = WordsField(
        label=_("Why does it belong there?"), rows=3, help_text=_("The other office reads this, the person does not.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = offices_to_pass_to(self.concern)
        field = self.fields["target"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Please choose")), *map(duties_of, offices)]

    def act(self, by: User) -> None:
        office, _dot, duty = self.cleaned_data["target"].partition(".")
        actions.pass_on_concern(
            self.concern,
            Office.objects.get(slug=office),
            duty=Duty.objects.filter(slug=duty).first(),
            reason=self.cleaned_data["reason"],
            by=by,
        )


def duties_of(office: Office) -> tuple[str, list[tuple[str, str]]]:
    """A group of choices: the duties of an office, which a closed list shows with its name, and whatever else."""
    duties = [(f"{office.slug}.{duty.slug}", f"{duty} ({office})") for duty in office.duties.all()]
    return str(office), [*duties, (office.slug, str(_("something else")))]


class NoteForm(DeedForm):
    text = WordsField(label=_("Note for the office"), rows=4, help_text=_("The person never sees it."))

    def act(self, by: User) -> None:
        actions.note_concern(self.concern, self.cleaned_data["text"], by=by)


class DiscloseForm(DeedForm):
    reason = WordsField(
        label=_("Why do you need to know who it is?"),
        rows=3,
        help_text=_("A second person reads this without the concern. Leave out what it is about."),
    )

    def act(self, by: User) -> None:
        team = self.concern.office.team
        if not team or not colleagues_in(team, Role.COUNSELLOR, Role.LEAD).exclude(pk=by.pk).exists():
            told = _(
                "Nobody else counsels in this office or leads it, so nobody could agree. Please ask the administrators."
            )
            self.add_error(None, told)
            return
        ask_disclosure(self.concern, self.cleaned_data["reason"], by=by)


class InformForm(DeedForm):
    text = WordsField(label=_("How do things stand?"), rows=6)

    def act(self, by: User) -> None:
        actions.send_interim(self.concern, self.cleaned_data["text"], by=by)


class AskForm(DeedForm):
    text = WordsField(
        label=_("What do you need to know?"), rows=6, help_text=_("The deadline stands still until they write back.")
    )

    def act(self, by: User) -> None:
        actions.ask_person(self.concern, self.cleaned_data["text"], by=by)


class AnswerForm(DeedForm):
    text = WordsField(label=_("Your answer"), rows=12)

    def act(self, by: User) -> None:
        actions.answer_concern(self.concern, self.cleaned_data["text"], by=by)


class CloseForm(DeedForm):
    outcome = forms.ChoiceField(label=_("How did it end?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, AFTER_ANSWER)

    def act(self, by: User) -> None:
        actions.close_concern(self.concern, Outcome(self.cleaned_data["outcome"]), by=by)


class DismissForm(DeedForm):
    outcome = forms.ChoiceField(label=_("Why is there no answer in the matter?"), widget=forms.RadioSelect)
    text = WordsField(label=_("What do we tell the person?"), rows=6)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, WITHOUT_ANSWER)

    def act(self, by: User) -> None:
        outcome = Outcome(self.cleaned_data["outcome"])
        actions.dismiss_concern(self.concern, outcome, self.cleaned_data["text"], by=by)


def _offer(form: DeedForm, outcomes: tuple[Outcome, ...]) -> None:
    field = form.fields["outcome"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(outcome.value, outcome.label) for outcome in outcomes]


class ResumeForm(DeedForm):
    reason = WordsField(label=_("Why do we take it up again?"), rows=3, help_text=_("The person does not see this."))

    def act(self, by: User) -> None:
        actions.resume_concern(self.concern, self.cleaned_data["reason"], by=by)


class TemplateForm(forms.ModelForm):  # type: ignore[type-arg]
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    text = WordsField(
        label=_("Text"),
        rows=12,
        help_text=format_lazy(_("Marks that are filled in: {marks}"), marks=" ".join(f"{{{f}}}" for f in FIELDS)),
    )

    questions = WordsField(
        label=_("Own marks"),
        rows=3,
        required=False,
        help_text=_("One on each line, with the question that fills it, such as: amount: How much is it?"),
    )

    class Meta:
        model = Template
        fields = ("title", "language", "kind", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["questions"] = "\n".join(f"{mark}: {question}" for mark, question in self.instance.asks.items())

    def clean_questions(self) -> dict[str, str]:
        lines = [line.partition(":") for line in self.cleaned_data["questions"].splitlines() if line.strip()]
        asks = {mark.strip(): question.strip() for mark, _colon, question in lines}
        if any(not MARK.fullmatch(f"{{{mark}}}") or not question for mark, question in asks.items()):
            raise forms.ValidationError(_("Write each as one word, a colon and the question."))
        return asks

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self.instance.asks = given.get("questions", {})
        if marks := unknown_marks(given.get("text", ""), self.instance.asks):
            told = _("Nobody fills in these marks: %(marks)s")
            self.add_error("text", forms.ValidationError(told, params={"marks": ", ".join(marks)}))
        return given
