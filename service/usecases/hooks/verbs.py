"""
Hold the verbs of hooks, and put them together.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.hooks.change_hook import ChangeHook
from service.usecases.hooks.delete_hook import DeleteHook
from service.usecases.hooks.deliver_messages import DeliverMessages
from service.usecases.hooks.forget_messages import ForgetMessages
from service.usecases.hooks.read_hooks import GetHook, ListHookDeliveries, ListHooks
from service.usecases.hooks.register_hook import RegisterHook
from service.usecases.hooks.renew_hook import RenewHook
from service.usecases.hooks.renew_message import RenewMessage
from service.usecases.hooks.rotate_secret import RotateHookSecret
from service.usecases.hooks.switch_hook import DisableHook, EnableHook
from service.usecases.hooks.try_hook import TryHook
from service.usecases.ports.hooks import Messenger, NewSecret


@dataclass(frozen=True, slots=True, kw_only=True)
class HookVerbs:
    """
    Every verb of hooks as a field: `registry.hooks.register_hook`.
    """

    register_hook: RegisterHook
    change_hook: ChangeHook
    rotate_hook_secret: RotateHookSecret
    renew_hook: RenewHook
    disable_hook: DisableHook
    enable_hook: EnableHook
    delete_hook: DeleteHook
    list_hooks: ListHooks
    get_hook: GetHook
    list_hook_deliveries: ListHookDeliveries
    try_hook: TryHook
    renew_message: RenewMessage
    deliver_messages: DeliverMessages
    forget_messages: ForgetMessages


def hook_verbs(
    desk: Desk, messenger: Messenger, new_secret: NewSecret, kept_days: int
) -> HookVerbs:
    """
    Give each verb its ports.
    """
    return HookVerbs(
        register_hook=RegisterHook(desk, messenger, new_secret),
        change_hook=ChangeHook(desk),
        rotate_hook_secret=RotateHookSecret(desk, new_secret),
        renew_hook=RenewHook(desk, messenger, new_secret),
        disable_hook=DisableHook(desk),
        enable_hook=EnableHook(desk),
        delete_hook=DeleteHook(desk),
        list_hooks=ListHooks(desk),
        get_hook=GetHook(desk),
        list_hook_deliveries=ListHookDeliveries(desk),
        try_hook=TryHook(desk),
        renew_message=RenewMessage(desk),
        deliver_messages=DeliverMessages(desk.database, desk.clock, desk.record, messenger),
        forget_messages=ForgetMessages(desk.database, desk.clock, kept_days),
    )
