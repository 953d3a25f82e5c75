using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Api.Answers;
using Cairn.People;
using Cairn.Today.Actions;

namespace Cairn.Api.Resources;

/// <summary>Everything that a person says about a day, in the same records as from the screens: docs/api-actions.md.</summary>
public static class ActionResource
{
    public static void MapActions(this ApiGroups api) =>
        api
            .Log.MapPost("actions", Take)
            .Accepts<DayAction>("application/json")
            .WithMetadata(new NeedsHeader(IdempotencyKey.Header))
            .Makes<Taken>("Says something about a day");

    private static async Task<IResult> Take(HttpRequest request, Log log, Me me, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, ApiWords.NotJson);
        }

        var (action, why) = await Read(request, cancel);
        if (action is null)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, why ?? ApiWords.NotReadable);
        }

        var result = await log.Take(me, action, cancel);
        return result.State switch
        {
            ActionState.NotHere => Problem.NotHere,
            ActionState.Refused => Problem.Refused(result.Why ?? ApiWords.NotReadable),
            var state => new Shown<Taken>(
                Taken.Of(result),
                status: state == ActionState.Saved ? StatusCodes.Status201Created : StatusCodes.Status200OK
            ),
        };
    }

    /// <summary>Its id may stand in it, in the header, or in both where it is the same.</summary>
    private static async Task<(DayAction? Action, string? Why)> Read(HttpRequest request, CancellationToken cancel)
    {
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) as JsonObject;
        }
        catch (JsonException)
        {
            return (null, null);
        }

        if (body is null)
        {
            return (null, null);
        }

        try
        {
            if (IdempotencyKey.Read(request) is { } key)
            {
                if (body["id"] is { } id && (!Guid.TryParse(id.ToString(), out var own) || own != key))
                {
                    return (null, ApiWords.TwoIds);
                }

                body["id"] = key;
            }
            else if (body["id"] is null)
            {
                return (null, ApiWords.NoId);
            }

            using var sent = JsonDocument.Parse(body.ToJsonString());
            return ActionJson.Read(sent.RootElement);
        }
        catch (ArgumentException) // the same field twice
        {
            return (null, null);
        }
    }
}

/// <param name="Id">The action's.</param>
/// <param name="State">Whether it is new.</param>
/// <param name="Counts">The entry or word that says it now, if one does.</param>
public sealed record Taken(Guid Id, TakenState State, Guid? Counts)
{
    public static Taken Of(ActionResult result) =>
        new(result.Id, result.State == ActionState.Saved ? TakenState.Saved : TakenState.Known, result.Counts);
}

public enum TakenState
{
    /// <summary>It is on the disk.</summary>
    Saved,

    /// <summary>It was there already; nothing changed.</summary>
    Known,
}
