# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which form shows which part."""

from friedensplatz.directory.forms import duties, offices, things
from friedensplatz.directory.forms.parts import PartForm
from friedensplatz.directory.parts.content import Content

OWN: tuple[type[PartForm], ...] = (
    offices.OfficeTextsForm,
    offices.OfficeNamesForm,
    offices.OfficePlaceForm,
    offices.OfficePeopleForm,
    duties.DutyForm,
    duties.WordsForm,
    things.OrganisationForm,
    things.TopicForm,
    things.AudienceForm,
    things.DistrictForm,
    things.FocusAreaForm,
    things.PersonForm,
    things.SourceForm,
    things.CityForm,
)
SHARED: dict[str, type[PartForm]] = {
    "contact": offices.ReachForm,
    "organisation_contact": offices.ReachForm,
    "closures": offices.ClosuresForm,
    "organisation_closures": offices.ClosuresForm,
    "links": things.LinksForm,
    "organisation_links": things.LinksForm,
}
FORMS = {form.part: form for form in OWN} | SHARED


def form_of(part: str, data: object, content: Content) -> PartForm:
    """The form of a part, filled with what was sent or with its content."""
    return FORMS[part](data, content=content)
