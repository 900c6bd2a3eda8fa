INSERT INTO timer_stretch (timer, position, began, ended)
VALUES ('timer', ?1, ?2, ?3)
