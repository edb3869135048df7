# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What residents bring to the city and how it is answered.

Five words: Concern, Party (who brought it), Entry (one timeline), Attachment, Deadline. Residents hand in and follow
with a reference and a receipt code, or from an account they chose to keep it in; people at the desk of one office take, ask, answer, pass on and close. Offices come
from `directory`; mails and reminders leave through `notices`. Concerns are never findable: there is no `search.py`.
"""
