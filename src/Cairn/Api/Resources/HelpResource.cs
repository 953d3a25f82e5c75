using Cairn.Api.Answers;
using Cairn.Reflect.Help;

namespace Cairn.Api.Resources;

/// <summary>Whom one can turn to, as the host has written it.</summary>
public static class HelpResource
{
    public static void MapHelp(this ApiGroups api) =>
        api
            .Read.MapGet("help-lines", (HelpLines lines) => Shown.Of(HelpShown.Of(lines.Read())))
            .Shows<Paged<HelpShown>>("People who can help, as the host has written it; the caller's country first");
}

/// <param name="Country">Two letters.</param>
/// <param name="Phone">As one dials it.</param>
/// <param name="Note">When, for whom, in which languages, at what cost.</param>
public sealed record HelpShown(string Country, string Name, string? Phone, string? Note, string? Web)
{
    public static Paged<HelpShown> Of(IReadOnlyList<CountryLines> countries) =>
        new(
            [
                .. countries.SelectMany(country =>
                    country.Lines.Select(line => new HelpShown(
                        country.Country,
                        line.Name,
                        line.Phone,
                        line.Note,
                        line.Address?.ToString()
                    ))
                ),
            ],
            null
        );
}
