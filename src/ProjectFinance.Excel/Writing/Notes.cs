using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectFinance.Results;

namespace ProjectFinance.Excel.Writing;

/// <summary>Writes the notes on a page's cells: their texts, and the drawing that old and new programs show them by.</summary>
static class Notes
{
    internal const string DrawingId = "drawing";

    internal static void Write(WorksheetPart part, Page page)
    {
        var comments = part.AddNewPart<WorksheetCommentsPart>("comments");
        comments.Comments = new Comments(new Authors(new Author(Engine.Name)), new CommentList(page.Notes.Select(note =>
            new Comment(new CommentText(new DocumentFormat.OpenXml.Spreadsheet.Run(new Text(note.Text)))) { Reference = SheetWriter.Reference(note.Row, note.Column), AuthorId = 0 })));
        var drawing = part.AddNewPart<VmlDrawingPart>(DrawingId);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Drawing(page)));
        drawing.FeedData(stream);
    }

    static string Drawing(Page page)
    {
        var text = new StringBuilder("""<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""");
        foreach (var (i, note) in page.Notes.Index())
            text.Append(CultureInfo.InvariantCulture, $"""<v:shape id="_x0000_s{1025 + i}" type="#_x0000_t202" style="position:absolute;width:240pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{note.Column},15,{note.Row - 1},2,{note.Column + 4},15,{note.Row + 3},2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{note.Row - 1}</x:Row><x:Column>{note.Column - 1}</x:Column></x:ClientData></v:shape>""");
        return text.Append("</xml>").ToString();
    }
}
