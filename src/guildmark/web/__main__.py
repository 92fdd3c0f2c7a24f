"""`python -m guildmark.web COMMAND`: Django's commands on this installation (migrate, work, makemigrations)."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildmark.web.settings")
execute_from_command_line(["guildmark.web", *sys.argv[1:]])
