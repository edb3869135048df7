# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("concerns", "0007_seal_who_brought_it")]
    operations = [migrations.RemoveField("party", name) for name in ("email", "name", "phone", "wants_mail")]
