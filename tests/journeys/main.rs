//! Whole journeys through the command list, on a real database.

#![forbid(unsafe_code)]
