# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.concerns.models.admission import Admission
from friedensplatz.concerns.models.api_key import ApiKey
from friedensplatz.concerns.models.attachment import Attachment
from friedensplatz.concerns.models.attempt import Attempt
from friedensplatz.concerns.models.callback import Callback
from friedensplatz.concerns.models.concern import ENCRYPTED, Channel, Concern, Kind, Protection
from friedensplatz.concerns.models.consent import Consent
from friedensplatz.concerns.models.counselling import Counselling, PlanStep, Pointer, Tally
from friedensplatz.concerns.models.deadline import Deadline
from friedensplatz.concerns.models.disclosure import Disclosure
from friedensplatz.concerns.models.draft import Draft
from friedensplatz.concerns.models.entry import Entry, Visibility
from friedensplatz.concerns.models.incoming import Envelope, Incoming, digest_of
from friedensplatz.concerns.models.keeping import Keeping
from friedensplatz.concerns.models.keyword import Keyword
from friedensplatz.concerns.models.mediation import Agreement, Invitation
from friedensplatz.concerns.models.opinion import Opinion
from friedensplatz.concerns.models.own_desk import Absence, Reminder, SavedView
from friedensplatz.concerns.models.party import Party, Reporter, Way, new_party
from friedensplatz.concerns.models.petition import Petition
from friedensplatz.concerns.models.publication import Publication
from friedensplatz.concerns.models.referral import Referral
from friedensplatz.concerns.models.report import Report
from friedensplatz.concerns.models.retention import Offer, Retention
from friedensplatz.concerns.models.routing import RoutingChoice, RoutingModel, RoutingSuggestion
from friedensplatz.concerns.models.rule import Rule
from friedensplatz.concerns.models.template import Template
from friedensplatz.concerns.models.watch import Watch

__all__ = [
    "ENCRYPTED",
    "Absence",
    "Admission",
    "Agreement",
    "ApiKey",
    "Attachment",
    "Attempt",
    "Callback",
    "Channel",
    "Concern",
    "Consent",
    "Counselling",
    "Deadline",
    "Disclosure",
    "Draft",
    "Entry",
    "Envelope",
    "Incoming",
    "Invitation",
    "Keeping",
    "Keyword",
    "Kind",
    "Offer",
    "Opinion",
    "Party",
    "Petition",
    "PlanStep",
    "Pointer",
    "Protection",
    "Publication",
    "Referral",
    "Reminder",
    "Report",
    "Reporter",
    "Retention",
    "RoutingChoice",
    "RoutingModel",
    "RoutingSuggestion",
    "Rule",
    "SavedView",
    "Tally",
    "Template",
    "Visibility",
    "Watch",
    "Way",
    "digest_of",
    "new_party",
]
