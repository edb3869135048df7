# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django import forms
from django.template import Context, Template

pytestmark = pytest.mark.django_db


class Example(forms.Form):
    name = forms.CharField(label="Name", help_text="As on your bell")
    way = forms.ChoiceField(label="Way", choices=[("mail", "Mail"), ("post", "Post")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="I agree", required=False)


def draw(source, **context):
    return Template(source).render(Context(context))


def test_landing_when_browser_asks_for_arabic(client):
    answer = client.get("/", headers={"accept-language": "ar,de;q=0.5"})
    assert (answer.status_code, answer["Location"]) == (302, "/ar/")
    assert "Accept-Language" in answer["Vary"]


def test_page_when_arabic_reads_from_the_right(client):
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/").content.decode()


def test_field_when_wrong_ties_error_and_hint_to_the_input():
    html = draw("{% field form.name %}", form=Example({"name": ""}))
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'class="kern-form-input kern-form-input--error"' in html
    assert 'id="id_name_error"' in html
    assert 'id="id_name_helptext"' in html


def test_field_when_choices_is_a_fieldset_with_labels():
    html = draw("{% field form.way %}", form=Example())
    assert html.count('class="kern-form-check__radio"') == 2
    assert "<legend" in html
    assert html.count('for="id_way_') == 2


def test_field_when_checkbox_has_its_label_behind_it():
    html = draw("{% field form.agree %}", form=Example())
    assert html.index("<input") < html.index('<label class="kern-label" for="id_agree"')


def test_breadcrumb_when_given_pairs_ends_in_the_page_itself():
    html = draw('{% breadcrumb "home" "Start" "Here" %}')
    assert '<span aria-current="page">Here</span>' in html
