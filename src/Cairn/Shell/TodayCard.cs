using Cairn.Data;
using Cairn.People;
using Microsoft.AspNetCore.Components;

namespace Cairn.Shell;

/// <summary>What a feature has to offer below the steps of Today; it may ask nothing of the store.</summary>
/// <param name="Offer">From whose day it is and what is known of it; null for nothing.</param>
public sealed record TodayCard(Func<Me, Life, RenderFragment?> Offer);
