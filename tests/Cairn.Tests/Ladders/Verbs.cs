namespace Cairn.Ladders;

/// <summary>Read through by eye: each is something that one does. A new one is added here by whoever uses it.</summary>
internal static class Verbs
{
    public static readonly IReadOnlySet<string> English = Set(
        """
        Adapt Add Adjust Agree Air Answer Archive Arrange Ask Block Boil Book Breathe Bring Brush Build
        Butter Buy Call Cancel Carry Change Charge Check Chew Choose Chop Circle Clean Clear Climb Close
        Collect Compare Complete Cook Copy Correct Count Cover Create Crouch Cut Dance Decide Delete
        Describe Dial Dim Divide Do Draw Drink Drive Eat Empty Enter Explain Feel File Fill Filter Find
        Finish Fix Flatten Fold Follow Fry Gather Get Give Go Hand Hang Have Hold Hoover Hug Imagine
        Install Invite Jog Keep Kick Kneel Knit Lay Lean Learn Leave Lend Let Lie Lift Light List Listen
        Load Log Look Make March Mark Match Meet Mend Mix Move Name Nod Note Open Pack Park Pause Pay
        Peel Photograph Pick Pin Place Plan Plant Play Plot Plug Pour Practise Prepare Print Pull Pump
        Put Race Raise Rate Reach Read Rebuild Record Redo Rehearse Remove Rename Report Repot Rest
        Restore Review Ride Ring Roam Roll Rub Run Save Say Scan Search Send Set Sew Shake Show Shower
        Sit Sketch Skim Slide Solve Sort Sow Speak Spend Split Stand Start Stay Step Stick Stir Stop
        Stretch Suggest Sweep Swim Switch Take Talk Tape Tell Test Thank Think Tick Tidy Tighten Train
        Enjoy Spend Break Travel Try Turn Type Unsubscribe Untangle Use Visit Wait Walk Wander Warm Wash Watch Water Wear
        Wheel Wipe Work Write
        """
    );

    public static readonly IReadOnlySet<string> German = Set(
        """
        Antworte Arbeite Archiviere Atme Bau Baue Beantworte Bedanke Beginne Behebe Benenne Bepflanz
        Bereinige Bereite Berichtige Beschreib Beschreibe Beschäftige Besorg Bestell Besuch Bewahre
        Beweg Bezahl Bezieh Bitte Bleib Blicke Blättere Box Brate Bring Buch Bürste Creme Danke Deck
        Dehn Denk Dimm Dreh Drucke Durchsuche Dusch Entferne Entscheide Entwirre Ergänze Erklär Erledige
        Erzähl Eröffne Fahr Falte Fang Feg Filtere Finde Folg Fotografiere Frag Frühstücke Führ Füll Geh
        Gib Gieß Gleich Grüß Hak Halt Halte Heb Hefte Hol Häng Hör Installiere Iss Kau Kleb Knie Koch
        Kopiere Korrigiere Kreise Kündige Kürze Lade Lass Lauf Leere Leg Lehn Lern Lies Liste Lösch Löse
        Lüfte Mach Mal Markier Marschier Melde Misch Neig Nenn Nick Nimm Notier Notiere Näh Ordne Pack
        Pass Plane Probe Probier Probiere Prüf Pump Putz Rechne Reich Reinige Repariere Richte Roll Ruf
        Ruh Rutsch Räum Rühr Sag Sammle Saug Scanne Schalt Schalte Schau Schick Schieb Schlag Schlendere
        Schließ Schmier Schneide Schraube Schreib Schwimm Schäl Schätz Schüttle Setz Sieh Sitz Skizziere
        Sortiere Speichere Spiel Sprich Spül Spür Steck Steh Steig Stell Streck Streich Streif Strick
        Such Säe Tanz Teile Telefoniere Teste Tippe Topf Trag Trainier Triff Trink Tritt Tu Verbring
        Vergleiche Verschieb Wandere Warte Wasch Wechsle Weich Wiederhole Wirf Wisch Wähl Wähle Wärm
        Verbessere Genieß Erzähl Lauf Teile Zeichne Zeig Zieh Zupf Zähl Zünde Ändere Öffne Übe Überbrücke Überflieg Überlege
        """
    );

    private static HashSet<string> Set(string words) =>
        [.. words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
