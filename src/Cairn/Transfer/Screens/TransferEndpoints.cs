using System.Net.Mime;
using Cairn.Data;
using Cairn.People;
using Cairn.Shell;
using Cairn.Transfer.Archive;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Transfer.Screens;

/// <summary>Bringing a history along, and taking everything out.</summary>
public static class TransferEndpoints
{
    private const string Add = "add";
    private const string AnswerPrefix = "q:";

    public static void AddTransfer(this IServiceCollection services)
    {
        services.AddSingleton<UploadedFiles>();
        services.AddHostedService<UploadSweeper>();
        services.AddSingleton<SafetyCopy>();
        services.AddScoped<Import>();
    }

    public static void MapTransfer(this WebApplication app)
    {
        app.MapGet("/settings/import", (HttpContext context, Me _) => Ask(context, null));
        app.MapPost("/settings/import", TakeFile)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(UploadedFiles.MostBytes + (1024 * 1024)));
        app.MapGet("/settings/import/{id:guid}", Preview);
        app.MapPost("/settings/import/{id:guid}", Answer).DisableAntiforgery();
        app.MapGet(
            "/settings/export",
            (HttpContext context, Me _) => Pages.Show<ExportPage>(context, nameof(ExportPage.Shown), true)
        );
        app.MapGet("/settings/export/archive", Archive);
        app.MapGet("/settings/export/entries", Entries);
    }

    private static IResult Ask(HttpContext context, string? wrong) =>
        Pages.Show<ImportPage>(
            context,
            nameof(ImportPage.View),
            new ImportView(wrong),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> TakeFile(
        HttpContext context,
        UploadedFiles files,
        Me me,
        CancellationToken cancel
    )
    {
        Guid? taken;
        try
        {
            if (await Upload.FileIn(context.Request, cancel) is not { } content)
            {
                return Ask(context, ScreenWords.NoFile);
            }

            taken = await files.Take(me.Id, content, cancel);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            taken = null;
        }
        catch (InvalidDataException)
        {
            return Ask(context, ScreenWords.NoFile);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Ask(context, ScreenWords.NotTaken);
        }

        if (taken is not { } id)
        {
            return Ask(context, History.Say(ScreenWords.FileTooLarge, UploadedFiles.MostBytes / 1024 / 1024));
        }

        try
        {
            TransferFile.Read(files.Find(me.Id, id)!);
            return Pages.Next($"/settings/import/{id}");
        }
        catch (UnusableFileException unusable)
        {
            files.Forget(me.Id, id);
            return Ask(context, unusable.Message);
        }
    }

    private static Task<IResult> Preview(
        HttpContext context,
        UploadedFiles files,
        Import import,
        Me me,
        Guid id,
        CancellationToken cancel
    ) => Show(context, files, import, me, id, Answers.None, run: false, cancel);

    private static async Task<IResult> Answer(
        HttpContext context,
        UploadedFiles files,
        Import import,
        Me me,
        Guid id,
        CancellationToken cancel
    )
    {
        var form = await Forms.Read(context.Request, cancel);
        var answers = new Answers(
            form.Where(field => field.Key.StartsWith(AnswerPrefix, StringComparison.Ordinal))
                .ToDictionary(
                    field => field.Key[AnswerPrefix.Length..],
                    field => field.Value.ToString(),
                    StringComparer.Ordinal
                )
        );
        return await Show(context, files, import, me, id, answers, run: form["do"] == Add, cancel);
    }

    private static async Task<IResult> Show(
        HttpContext context,
        UploadedFiles files,
        Import import,
        Me me,
        Guid id,
        Answers answers,
        bool run,
        CancellationToken cancel
    )
    {
        if (files.Find(me.Id, id) is not { } path)
        {
            return Results.NotFound();
        }

        try
        {
            var file = TransferFile.Read(path);
            var report = run
                ? await import.Run(me, file, answers, cancel)
                : await import.Preview(me, file, answers, cancel);
            if (run && !report.IsOpen)
            {
                files.Forget(me.Id, id);
            }

            return Pages.Show<PreviewPage>(
                context,
                nameof(PreviewPage.View),
                new PreviewView(id, report, Done: run && !report.IsOpen, Asked: run && report.IsOpen, answers),
                run && report.IsOpen ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
            );
        }
        catch (UnusableFileException unusable)
        {
            return Ask(context, unusable.Message);
        }
    }

    private static async Task<IResult> Archive(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        var facts = await ArchiveExport.Of(db, me, cancel);
        using var zip = new MemoryStream();
        ArchiveFile.Write(zip, facts);
        return Download(context, zip.ToArray(), MediaTypeNames.Application.Zip, $"cairn-{History.Iso(me.Today)}.zip");
    }

    private static async Task<IResult> Entries(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        using var csv = new MemoryStream();
        await EntriesCsv.Write(csv, db, me, cancel);
        return Download(context, csv.ToArray(), "text/csv; charset=utf-8", $"cairn-{History.Iso(me.Today)}.csv");
    }

    private static IResult Download(HttpContext context, byte[] content, string type, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(content, type, name);
    }
}
