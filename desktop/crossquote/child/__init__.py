"""A process of its own for what may hang, crash or eat memory: it takes nothing else with it."""
