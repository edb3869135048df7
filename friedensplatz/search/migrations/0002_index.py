# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations

from friedensplatz.search.backends import BY_VENDOR


def create(apps, schema_editor):
    for statement in BY_VENDOR[schema_editor.connection.vendor].CREATE:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in BY_VENDOR[schema_editor.connection.vendor].DROP:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The database's full-text index. A migration that remakes the table of entries runs `create` again."""

    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
