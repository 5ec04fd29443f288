from types import ModuleType

sbd: ModuleType
