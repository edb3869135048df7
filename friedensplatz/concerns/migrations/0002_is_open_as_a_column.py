"""SQLite reads no index alone when a generated column is in it; a plain column with a constraint lets it."""

from django.db import migrations, models

OPEN = ["received", "assigned", "in_progress", "waiting"]
INDEXES = {
    "concern_inbox": ["office", "is_open", "answer_due", "id", "state"],
    "concern_of_assignee": ["assignee", "is_open", "answer_due", "id"],
}


def copy_state(apps, schema_editor):
    Concern = apps.get_model("concerns", "Concern")
    Concern.objects.exclude(state__in=OPEN).update(is_open=False)


class Migration(migrations.Migration):
    dependencies = [("concerns", "0001_initial")]

    operations = [
        *(migrations.RemoveIndex("concern", name) for name in INDEXES),
        migrations.RemoveField("concern", "is_open"),
        migrations.AddField(
            "concern",
            "is_open",
            models.BooleanField(default=True, help_text="repeats the state, for the indexes"),
        ),
        migrations.RunPython(copy_state, migrations.RunPython.noop),
        *(migrations.AddIndex("concern", models.Index(fields=fields, name=name)) for name, fields in INDEXES.items()),
        migrations.AddConstraint(
            "concern",
            models.CheckConstraint(
                name="open_says_the_state",
                condition=models.Q(is_open=True, state__in=OPEN)
                | models.Q(is_open=False, state__in=["answered", "closed"]),
            ),
        ),
    ]
