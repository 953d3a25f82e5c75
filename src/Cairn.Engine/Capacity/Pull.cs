using System.Runtime.InteropServices;

namespace Cairn.Engine.Capacity;

/// <summary>
/// How an answer pulls at the log-likelihood of c ~ N(mean, S²): its first two derivatives by the mean, and the
/// second and fourth of the likelihood itself, which give those by the spread (the normal density obeys the heat
/// equation). All in units of S. Last, how likely c was above both edges, given the answer.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pull(double Slope, double Curvature, double Second, double Fourth, double Above);
