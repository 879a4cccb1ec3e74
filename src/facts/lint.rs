//! House rules of attribution.
