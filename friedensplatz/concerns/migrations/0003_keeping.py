from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("concerns", "0002_is_open_as_a_column")]

    operations = [
        migrations.CreateModel(
            name="Keeping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owner_key", models.CharField(db_index=True, help_text="keyed digest of the account", max_length=64)),
                ("tie", models.CharField(help_text="keyed digest of account and concern", max_length=64, unique=True)),
                ("sealed", models.BinaryField(help_text="which concern, sealed for its owner")),
            ],
        ),
    ]
