# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the standard answers when something cannot be: 403 for a key, 404 for what is not there, else 400."""

from typing import TypeVar

from django.forms import Form

F = TypeVar("F", bound=Form)


class Refused(Exception):
    """A status, and a sentence for each mistake."""

    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__(status, *sentences)
        self.status, self.sentences = status, sentences


def valid(form: F) -> F:
    """The form if everything in it is right; else each mistake is said with the name of its parameter."""
    if form.is_valid():
        return form
    said = ((name, text) for name, texts in form.errors.items() for text in texts)
    raise Refused(400, *(str(text) if name == "__all__" else f"{name}: {text}" for name, text in said))
