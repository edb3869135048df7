# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django import forms


def test_select_when_drawn_by_our_template_says_what_djangos_says():
    choices = [("", "Alle"), ("Nord", [(1, "Büro <1>"), (2, "Büro 2")])]
    html = forms.Select(choices=choices).render("office", 2, {"id": "id_office", "class": "x"})
    assert "".join(line.strip() for line in html.splitlines()) == (
        '<select name="office" id="id_office" class="x"><option value="">Alle</option>'
        '<optgroup label="Nord"><option value="1">Büro &lt;1&gt;</option>'
        '<option value="2" selected>Büro 2</option></optgroup></select>'
    )


def test_select_when_values_are_numbers_writes_them_plainly():
    html = forms.Select(choices=[(12_345, "eins")]).render("office", None)
    assert 'value="12345"' in html
