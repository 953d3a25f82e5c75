using Cairn.Data;
using Cairn.People;
using Cairn.Shell;

namespace Cairn.Report;

public static class ReportEndpoints
{
    public static void MapReport(this WebApplication app)
    {
        app.MapGet("/report", Choose);
        app.MapGet("/report/print", Print);
    }

    private static async Task<IResult> Choose(HttpContext context, CairnDb db, Me me, CancellationToken cancel) =>
        await ShowChoices(context, db, me, ReportWish.Read(context.Request.Query, me.Today), wasSent: false, cancel);

    private static async Task<IResult> ShowChoices(
        HttpContext context,
        CairnDb db,
        Me me,
        ReportWish wish,
        bool wasSent,
        CancellationToken cancel
    ) =>
        Pages.Show<ReportPage>(
            context,
            nameof(ReportPage.View),
            await ReportChoices.Read(db, me, wish, wasSent, cancel),
            wasSent ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );

    private static async Task<IResult> Print(HttpContext context, CairnDb db, Me me, CancellationToken cancel)
    {
        var wish = ReportWish.Read(context.Request.Query, me.Today);
        return wish.Wrong is not null
            ? await ShowChoices(context, db, me, wish, wasSent: true, cancel)
            : Pages.Show<ReportSheet>(context, nameof(ReportSheet.View), await ReportView.Read(db, me, wish, cancel));
    }
}
