# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mail that follows from deeds: announced by components, kept as rows, delivered by the worker.

Five words: Mail, Message, announce, deliver, outbox. It knows no domain: a component's `notices.py` says who is told
of what. Every mail the house sends goes through the outbox, also those of libraries (`backends.OutboxBackend`).
"""
