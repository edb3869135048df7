# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every sentence is there in German, and whatever a resident reads also in the other languages of the pages."""

import re
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

from tests.machine import APP, ROOT

RESIDENTS_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if code not in settings.DESK_LANGUAGES)
LANGUAGES = (*(code for code in settings.DESK_LANGUAGES if code != "en"), *RESIDENTS_LANGUAGES)
# Where sentences stand that only people at a desk read. Residents read those of their own account.
OWN_ACCOUNT = r"mails\.py|account\.py|forms/account\.py|templates/accounts/(?:mail/)?account_"
DESK = re.compile(
    "|".join(
        (
            r"(?:^|/)(?:desk|management|loading|transfer|editor)(?:/|\.|_)",
            rf"^accounts/(?!{OWN_ACCOUNT})",
            r"^notices/(?!mail)",
            r"/(?:_?desk_|inbox)",
            r"^search/",
            r"(?:^|/)tasks\.py",
            r"^assets/(?:captions|choosing|forms|models|notices|queries)\.py",
            r"^assets/templates/assets/(?!image_credits|_credit|_download|_player)",
            r"^weblinks/",
            r"^directory/(?:forms/(?!filters)|models/imports|facts|shapes|values)",
            r"^pages/(?:checking|comparing|differences|filters|forms|models|notices|publishing|wording)\.py",
            r"^pages/templates/pages/(?:mail/|_(?:comparison|deed|desk|difference|edit|findings|found|others|review)"
            r"|_standing|page_(?!list)|translation)",
            r"^concerns/(?:mail|open311|printing/committee|routing)",
            r"^concerns/forms/(?:api_keys|counselling|desk|intake|overseeing|post|publishing|together)\.py",
            r"^concerns/models/(?:admission|api_key|incoming|referral|routing|rule)\.py",
            r"^concerns/templates/concerns/(?:_case_|_deed|_of_|_proposals|_letter|mail/staff_)",
            r"^website/(?:closing|notices|records|statements/forms)",
            r"^website/templates/website/(?:_barriers_desk|_trend|_most_read|barrier_edit|feedback_list|mail/archive|office_clos|statement_edit"
            r"|statistics)",
        )
    )
)
PLACEHOLDER = re.compile(r"%\((\w+)\)|(?<!%)%([sd])|\{(\w*)\}")

SHOWN = 20  # of the sentences that lack a translation

needs_gettext = pytest.mark.skipif(not shutil.which("xgettext"), reason="needs gettext (apt-get install gettext)")


def catalogue_path(language):
    return APP / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language):
    path = catalogue_path(language)
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


@pytest.fixture(scope="module")
def sentences(tmp_path_factory):
    """Every sentence of the code with the files it stands in, as makemessages finds them today."""
    copy = tmp_path_factory.mktemp("messages") / "friedensplatz"
    shutil.copytree(APP, copy, ignore=shutil.ignore_patterns("tests", "locale", "__pycache__", "static"))
    (copy / "locale").mkdir()
    command = "makemessages --locale xx --domain django --extension html,txt,py --add-location file --verbosity 0"
    subprocess.run(
        [sys.executable, "-m", "friedensplatz", *command.split()],
        cwd=copy,
        env={"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    return polib.pofile(str(copy / "locale" / "xx" / "LC_MESSAGES" / "django.po"))


def key(entry):
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


def is_for_residents(entry):
    return any(not DESK.search(path) for path, _line in entry.occurrences)


@needs_gettext
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language, sentences):
    known = {key(entry) for entry in catalogue(language) if entry.translated() and not entry.obsolete}
    asked = [entry for entry in sentences if language in settings.DESK_LANGUAGES or is_for_residents(entry)]
    missing = [f"{entry.occurrences[0][0]}: {entry.msgid}" for entry in asked if key(entry) not in known]
    if missing:
        first = "\n".join(missing[:SHOWN])
        pytest.fail(f"{len(missing)} sentences lack {language}, the first of them:\n{first}", pytrace=False)


@needs_gettext
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language, sentences):
    used = {key(entry) for entry in sentences}
    assert [entry.msgid for entry in catalogue(language) if key(entry) not in used] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language):
    assert [entry.msgid for entry in catalogue(language) if entry.fuzzy] == []


def placeholders(text):
    return sorted(name for groups in PLACEHOLDER.findall(text) for name in groups if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_every_placeholder(language):
    """A plural form may leave out the number, never anything else."""
    wrong = []
    for entry in catalogue(language):
        asked = {tuple(placeholders(text)) for text in (entry.msgid, entry.msgid_plural) if text}
        given = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wrong += [text for text in given if text and tuple(placeholders(text)) not in asked and not entry.msgid_plural]
        wrong += [text for text in given if entry.msgid_plural and not set(placeholders(text)) <= set().union(*asked)]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_name_no_lines(language):
    """A moved line is no change to a translation."""
    assert [entry.msgid for entry in catalogue(language) if entry.occurrences] == []


def test_sentences_are_marked_by_names_that_are_looked_for():
    """Behind another name a sentence is never found and stays English for everybody."""
    others = re.compile(r"gettext\w* as (?!_\b)\w+")
    assert [str(file) for file in APP.rglob("*.py") if others.search(file.read_text(encoding="utf-8"))] == []
