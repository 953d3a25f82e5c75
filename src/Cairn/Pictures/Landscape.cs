namespace Cairn.Pictures;

/// <summary>
/// Sky, hills, meadow and path. They reach beyond the frame to the left, so that a wider frame shows more
/// land instead of larger stones, and fade into the paper above and below.
/// </summary>
public static class Landscape
{
    public const string Paints = """
        <linearGradient id="c-sky" x2="0" y2="1"><stop class="sky-1"/><stop class="sky-2" offset=".8"/></linearGradient>
        <radialGradient id="c-sun"><stop class="sun"/><stop class="sun" offset=".4" stop-opacity=".4"/><stop class="sun" offset="1" stop-opacity="0"/></radialGradient>
        <linearGradient id="c-far" x2="0" y2="1"><stop class="hill-1" offset=".45"/><stop class="hill-1" offset="1" stop-opacity=".2"/></linearGradient>
        <linearGradient id="c-mid" x2="0" y2="1"><stop class="hill-2"/><stop class="hill-2" offset="1" stop-opacity=".3"/></linearGradient>
        <linearGradient id="c-near" x2="0" y2="1"><stop class="hill-3"/><stop class="meadow" offset=".55"/><stop class="meadow" offset=".8"/><stop class="paper" offset="1"/></linearGradient>
        <linearGradient id="c-way" x2="0" y2="1"><stop class="path" stop-opacity=".6"/><stop class="path" offset=".7"/><stop class="path" offset="1" stop-opacity="0"/></linearGradient>
        """;

    public const string Land = """
        <path fill="url(#c-sky)" d="M-400 0h800v150h-800z"/>
        <circle cx="122" cy="84" r="84" fill="url(#c-sun)"/><circle class="disc" cx="122" cy="80" r="10"/>
        <path fill="url(#c-far)" d="M-400 70C-280 110-180 40-60 78S50 98 110 88S230 42 300 60S370 84 400 78V150H-400z"/>
        <path fill="url(#c-mid)" d="M-400 110C-300 88-80 84 30 98S140 122 200 112S320 84 400 104V160H-400z"/>
        <path fill="url(#c-near)" d="M-400 132C-260 112-40 115 130 118S280 108 400 122V200H-400z"/>
        <path fill="url(#c-way)" d="M196 118C214 120 236 122 234 126S150 130 116 136S40 146 42 154S120 166 170 172S226 186 214 200H262C268 184 236 172 184 165S76 154 82 148S150 138 190 133S250 128 246 123S220 119 200 118z"/>
        <path class="tuft" d="M22 181q-1-5-4-8m4 8q0-6 1-10m-1 10q1-5 5-7M152 189q-1-4-3-6m3 6q1-5 2-8m-2 8q1-3 4-5M270 140q-1-3-2-4m2 4q1-3 2-5"/>
        <path class="gravel" d="M172 184h0M94 174h0M231 191h0M61 168h0M244 165h0M129 148h0M335 192h0"/>
        """;
}
