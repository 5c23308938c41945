"""Why a guide is not made."""


class RefusedError(Exception):
    """The guide cannot be made; the message says why."""


class StoppedError(Exception):
    """Somebody who was asked stopped, and no guide is made."""
