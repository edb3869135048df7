# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who brought a concern is sealed with the concern's own key; what was chosen before finds its new name."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from friedensplatz.concerns.sealing import new_key, seal_facts

CONTACT = ("name", "email", "phone", "wants_mail")


def seal(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    concerns = apps.get_model("concerns", "Concern").objects
    for concern in concerns.filter(protection__in=["with_name", "name_kept", "anonymous"]).iterator():
        is_anonymous = concern.protection == "anonymous"
        concern.key = new_key()
        concerns.filter(pk=concern.pk).update(key=concern.key, protection="normal", is_anonymous=is_anonymous)
        for party in apps.get_model("concerns", "Party").objects.filter(concern_id=concern.pk):
            party.sealed = seal_facts(concern, {name: getattr(party, name) for name in CONTACT})
            party.save(update_fields=["sealed"])


class Migration(migrations.Migration):
    dependencies = [("concerns", "0006_protection")]
    operations = [migrations.RunPython(seal)]
