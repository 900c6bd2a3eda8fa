SELECT NOT (
    EXISTS (SELECT 1 FROM target)
    OR EXISTS (SELECT 1 FROM skill)
    OR EXISTS (SELECT 1 FROM evidence)
    OR EXISTS (SELECT 1 FROM certification)
    OR EXISTS (SELECT 1 FROM project)
    OR EXISTS (SELECT 1 FROM plan_item)
)
