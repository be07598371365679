using System.Globalization;
using ModelDsl.Benchmarks.Report;
using ModelDsl.EditorBenchmarks;

const int Openings = 5;
const int Edits = 41;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Table table = new(2, "project", "edit", "generator, ms", "analyzers, ms", "together, ms", "allocated, MB", "files generated");
Reading first = new EditorSession(EditedProject.OfModels(1)).Open();
Add("1 model", "opened first in a new process", [first]);
foreach (Func<EditedProject> create in (Func<EditedProject>[])[() => EditedProject.OfModels(1), () => EditedProject.OfModels(20), () => EditedProject.OfModels(100), () => EditedProject.OfLayers(500)])
{
    List<Reading> openings = [];
    EditedProject project = create();
    EditorSession session = new(project);
    for (int i = 0; i < Openings; i++)
    {
        project = create();
        session = new EditorSession(project);
        openings.Add(session.Open());
    }

    Add(project.Name, "opened", openings);
    Add(project.Name, "another file", Repeat(() => session.Edit(project.EditOther())));
    Add(project.Name, "one attribute", Repeat(() => session.Edit(project.EditAttribute())));
}

Console.WriteLine("Medians. They mean something only while the machine does nothing else.");
Console.WriteLine();
Console.Write(table.Text(markdown: true));

static Reading[] Repeat(Func<Reading> edit) => [.. Enumerable.Range(0, Edits).Select(_ => edit())];

void Add(string project, string edit, IReadOnlyCollection<Reading> readings) => table.Add(
    project,
    edit,
    Median(readings, reading => reading.Generator).ToString("F1"),
    Median(readings, reading => reading.Analyzer).ToString("F1"),
    Median(readings, reading => reading.Generator + reading.Analyzer).ToString("F1"),
    Median(readings, reading => reading.Megabytes).ToString("F1"),
    Median(readings, reading => reading.Files).ToString("F0"));

static double Median(IReadOnlyCollection<Reading> readings, Func<Reading, double> figure) => readings.Select(figure).Order().ElementAt(readings.Count / 2);
