INSERT INTO scenario_item (scenario, position, item, dropped, due, due_kind)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
