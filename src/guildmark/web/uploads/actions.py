"""Keeping a file for its preview, finding it again, letting it go."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404
from django.utils import timezone

from guildmark.errors import Fault, GuildmarkError
from guildmark.web.partnerships.access import Access
from guildmark.web.uploads.models import Upload
from guildmark.words import say

KEPT_FOR = timedelta(hours=24)
LARGEST = 50_000_000


def keep(access: Access, purpose: str, file: UploadedFile) -> Upload:
    """Keeps the file for a day; 50 MB at most. What is older goes."""
    if (file.size or 0) > LARGEST:
        raise GuildmarkError(
            Fault("upload.too_large", say("The file has more than 50 MB. Leave out pictures and other sheets."))
        )
    Upload.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()
    return Upload.objects.create(
        partnership=access.partnership, person=access.person, purpose=purpose,
        filename=(file.name or "file")[:200], data=file.read(),
    )  # fmt: skip


def kept(access: Access, purpose: str, public_id: str) -> Upload:
    """The person's own file; Http404 for anybody else's."""
    found = Upload.objects.filter(
        partnership=access.partnership, person=access.person, purpose=purpose, public_id=public_id
    ).first()
    if found is None:
        raise Http404
    return found
