var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Cairn");
app.Run();
