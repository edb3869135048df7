# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.http import QueryDict

from friedensplatz.pages.content import clean
from friedensplatz.pages.editor.arranging import arranged
from friedensplatz.pages.editor.fields import Form
from friedensplatz.pages.editor.typed import gone_in, typed_content

CONTENT = clean(
    {
        "title": {"de": "Kumasi", "en": "Kumasi!"},
        "summary": {"de": "Eine Partnerschaft."},
        "sections": [
            {"id": "a", "kind": "text", "heading": {"de": "Wer"}, "text": {"de": "<p>Eins</p>", "en": "<p>One</p>"}},
            {"id": "b", "kind": "contact", "things": ["office/1", "office/2"]},
            {"id": "c", "kind": "facts", "facts": [{"id": "c1", "value": {"de": "5"}, "as_of": "2018"}, {"id": "c2"}]},
        ],
        "translations": {},
    }
)


def sent(content, language="de"):
    """What a browser sends for an untouched form."""
    data = QueryDict(mutable=True)

    def put(fields):
        for field in fields:
            if field.shape == "items":
                data.setlist(field.name, ["", *(item.id for item in field.items)])
                for item in field.items:
                    put(item.fields)
            elif field.kinds:
                data.setlist(field.name, ["", *(one.reference for one in field.chosen)])
            else:
                data[field.name] = field.text

    put(Form(language).head(content))
    for group in Form(language).sections(content):
        data.appendlist("section", group.id)
        data[f"{group.id}.kind"] = group.kind
        put(group.fields)
    return data


def test_an_untouched_form_gives_the_same_document():
    assert typed_content(sent(CONTENT), CONTENT, "de") == CONTENT
    assert typed_content(sent(CONTENT, "en"), CONTENT, "en") == CONTENT


def test_parts_whose_ids_were_made_elsewhere_stay():
    facts = {"id": "Sektion 3", "kind": "facts", "facts": [{"id": "s3-1", "value": {"de": "2011"}}]}
    content = clean({**CONTENT, "sections": [facts]})
    assert typed_content(sent(content), content, "de") == content


def test_only_the_language_of_the_form_changes():
    data = sent(CONTENT, "en")
    data["a.text"] = "First\n\nSecond"
    typed = typed_content(data, CONTENT, "en")
    assert typed["sections"][0]["text"] == {"de": "<p>Eins</p>", "en": "<p>First</p><p>Second</p>"}
    assert typed["sections"][1:] == CONTENT["sections"][1:]


def test_a_field_that_was_not_sent_keeps_what_it_held():
    data = sent(CONTENT)
    del data["a.text"]
    assert typed_content(data, CONTENT, "de") == CONTENT


def test_a_new_section_is_taken_with_its_kind_and_a_strange_one_is_not():
    data = sent(CONTENT)
    data.update({"section": "new1", "new1.kind": "text", "new1.text": "Neu"})
    data.update({"section": "new2", "new2.kind": "script"})
    data.update({"section": "../x", "../x.kind": "text"})
    assert [section["id"] for section in typed_content(data, CONTENT, "de")["sections"]] == ["a", "b", "c", "new1"]


def test_order_and_removal_of_sections_follow_the_form():
    data = sent(CONTENT)
    data.setlist("section", ["c", "a"])
    assert [section["id"] for section in typed_content(data, CONTENT, "de")["sections"]] == ["c", "a"]


def test_sections_items_and_things_move_by_a_step():
    ids = [section["id"] for section in arranged(CONTENT, "up", "b")["sections"]]
    assert ids == ["b", "a", "c"]
    assert arranged(CONTENT, "down", "b.things.office/1")["sections"][1]["things"] == ["office/2", "office/1"]
    assert [item["id"] for item in arranged(CONTENT, "up", "c.c2")["sections"][2]["facts"]] == ["c2", "c1"]
    assert arranged(CONTENT, "up", "a") == CONTENT
    assert arranged(CONTENT, "up", "nothing") == CONTENT


def test_what_was_taken_out_is_left_out_and_can_be_brought_back():
    data = sent(CONTENT)
    data.update({"a.gone": "1", "c.c1.gone": "1"})
    typed = typed_content(data, CONTENT, "de")
    assert [section["id"] for section in typed["sections"]] == ["b", "c"]
    assert [item["id"] for item in typed["sections"][1]["facts"]] == ["c2"]
    assert typed_content(data, CONTENT, "de", with_gone=True) == CONTENT
    groups = Form("de", gone_in(data)).sections(CONTENT)
    assert [group.gone for group in groups] == [True, False, False]
    assert [item.gone for item in groups[2].fields[1].items] == [True, False]


def test_a_new_section_with_items_begins_with_one():
    section = arranged(CONTENT, "add", "steps")["sections"][-1]
    assert (section["kind"], len(section["steps"])) == ("steps", 1)
    assert len(arranged(CONTENT, "add", "c.facts")["sections"][2]["facts"]) == 3
    assert arranged(CONTENT, "add", "script") == CONTENT
