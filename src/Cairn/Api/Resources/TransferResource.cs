using System.Net.Mime;
using Cairn.Api.Answers;
using Cairn.Data;
using Cairn.People;
using Cairn.Progress;
using Cairn.Transfer;
using Cairn.Transfer.Archive;
using Cairn.Transfer.Screens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Progressed = Cairn.Progress.Tables;

namespace Cairn.Api.Resources;

/// <summary>Everything out, and a history in.</summary>
public static class TransferResource
{
    private const string Csv = "text/csv";

    public static void MapTransfer(this ApiGroups api)
    {
        api.Read.MapGet("export/archive", Archive)
            .WithSummary("Every fact, as a Cairn archive")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Zip);
        api.Read.MapGet("export/entries", Entries).Tabulates("What counts of each step and day");
        api.Read.MapGet("export/wins", WinsCsv.Send).Tabulates("Each stone");
        api.Read.MapGet("export/calendar/{year:int}", Progressed.SendDays).Tabulates("The days of a year");
        api.Read.MapGet("export/momentum", Progressed.SendMomentum).Tabulates("Momentum, day by day");
        api.Read.MapGet("export/sizes", Progressed.SendSizes).Tabulates("How the sizes of practices have changed");
        api.Read.MapGet("export/comebacks", Progressed.SendComebacks).Tabulates("The lapses that are over");
        api.Read.MapGet("export/confidence", Progressed.SendConfidence)
            .Tabulates("How sure the person was, and what happened");
        api.Read.MapGet("export/habits", Progressed.SendHabits).Tabulates("How automatic practices become");
        api.Read.MapGet("export/promises", Insights.Tables.SendPromises)
            .Tabulates("Each chance that was named, and what came of it");
        api.Read.MapGet("export/days", Insights.Tables.SendDays).Tabulates("The rated days behind the insights");
        api.Read.MapGet("export/experiments/{experiment:guid}", Insights.Tables.SendExperiment)
            .Tabulates("The days of a test by coin");
        api.Write.MapPost("imports", Bring)
            .Accepts<byte[]>(MediaTypeNames.Application.Octet)
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFiles.MostBytes + 1024))
            .Shows<ImportShown>("Brings a history along: any file that the page takes; twice is once");
    }

    private static void Tabulates(this RouteHandlerBuilder operation, string what) =>
        operation.WithSummary($"{what}, as a table").Produces(StatusCodes.Status200OK, contentType: Csv);

    private static async Task<IResult> Archive(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        var facts = await ArchiveExport.Of(db, me, cancel);
        using var zip = new MemoryStream();
        ArchiveFile.Write(zip, facts);
        return Download(context, zip, MediaTypeNames.Application.Zip, "cairn.zip");
    }

    private static async Task<IResult> Entries(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        using var csv = new MemoryStream();
        await EntriesCsv.Write(csv, db, me, cancel);
        return Download(context, csv, $"{Csv}; charset=utf-8", "cairn-entries.csv");
    }

    private static FileContentHttpResult Download(HttpContext context, MemoryStream content, string type, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(content.ToArray(), type, name);
    }

    /// <param name="request">The file as it is.</param>
    /// <param name="files">Where it lies while it is read.</param>
    /// <param name="import">What reads it.</param>
    /// <param name="me">Whose.</param>
    /// <param name="add">Adds it; else it is only said what would be added.</param>
    /// <param name="map">Answers to what the file leaves open, such as <c>zone=Europe/Berlin</c>.</param>
    /// <param name="cancel">Stops the reading.</param>
    private static async Task<IResult> Bring(
        HttpRequest request,
        UploadedFiles files,
        Import import,
        Me me,
        bool? add,
        [FromQuery] string[]? map,
        CancellationToken cancel
    )
    {
        if (await files.Take(me.Id, request.Body, cancel) is not { } id)
        {
            return Problem.Of(StatusCodes.Status413PayloadTooLarge, ApiWords.TooLarge);
        }

        try
        {
            var file = TransferFile.Read(files.Find(me.Id, id)!);
            var answers = new Transfer.Answers(
                (map ?? [])
                    .Select(said => (said, At: said.LastIndexOf('=')))
                    .Where(pair => pair.At > 0)
                    .DistinctBy(pair => pair.said[..pair.At])
                    .ToDictionary(pair => pair.said[..pair.At], pair => pair.said[(pair.At + 1)..])
            );
            var report =
                add == true
                    ? await import.Run(me, file, answers, cancel)
                    : await import.Preview(me, file, answers, cancel);
            return Shown.Of(ImportShown.Of(report, isAdded: add == true && !report.IsOpen));
        }
        catch (UnusableFileException unusable)
        {
            return Problem.Refused(unusable.Message);
        }
        finally
        {
            files.Forget(me.Id, id);
        }
    }
}

/// <param name="IsAdded">It is on the disk; else this is what would be.</param>
/// <param name="Questions">What the file leaves open, each with the answers that can be.</param>
public sealed record ImportShown(
    bool IsAdded,
    string Format,
    int Goals,
    int Steps,
    int Entries,
    int Wins,
    IReadOnlyList<SkippedShown> Skipped,
    IReadOnlyList<QuestionShown> Questions
)
{
    public static ImportShown Of(ImportReport report, bool isAdded) =>
        new(
            isAdded,
            report.Format,
            report.Goals,
            report.Steps,
            report.Entries,
            report.Wins,
            [.. report.Skipped.Select(row => new SkippedShown(row.Row, row.Why))],
            [
                .. report.Questions.Select(question => new QuestionShown(
                    question.Key,
                    question.Asks,
                    question.Taken,
                    question.IsOpen,
                    [.. question.Choices.Select(choice => choice.Value)]
                )),
            ]
        );
}

public sealed record SkippedShown(string Row, string Why);

/// <param name="Taken">What is taken as the answer so far.</param>
/// <param name="IsOpen">Nothing is added before it is answered.</param>
public sealed record QuestionShown(string Key, string Asks, string? Taken, bool IsOpen, IReadOnlyList<string> Choices);
