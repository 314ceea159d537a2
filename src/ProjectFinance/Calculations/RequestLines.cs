using System.Buffers;

namespace ProjectFinance.Calculations;

/// <summary>Takes requests from a stream line by line. A line may be as long as the buffer grows; what is longer is skipped to its end.</summary>
sealed class RequestLines(Stream requests, Stream answers)
{
    const int FirstLength = 1 << 16;

    readonly ArrayBufferWriter<byte> written = new(FirstLength);
    byte[] buffer = new byte[FirstLength];
    int filled;
    bool isSkipping;
    bool isFirst = true;

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Answers all lines.</summary>
    internal void Run()
    {
        using var answerer = new Answerer();
        for (int read; (read = requests.Read(buffer, filled, buffer.Length - filled)) > 0;)
        {
            int searched = filled;
            filled += read;
            TakeLines(answerer, searched);
            HandOn();
            if (filled == buffer.Length) MakeRoom(answerer);
        }
        if (filled > 0 && !isSkipping) Answer(answerer, buffer.AsMemory(0, filled));
        HandOn();
    }

    void TakeLines(Answerer answerer, int searched)
    {
        int start = 0;
        for (int end; (end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n')) >= 0; searched = start)
        {
            end += searched;
            if (!isSkipping) Answer(answerer, buffer.AsMemory(start, end - start));
            isSkipping = false;
            start = end + 1;
            if (written.WrittenCount >= FirstLength) HandOn();
        }
        if (isSkipping) start = filled;
        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        filled -= start;
    }

    void Answer(Answerer answerer, ReadOnlyMemory<byte> line)
    {
        if (isFirst && line.Span.StartsWith(ByteOrderMark)) line = line[ByteOrderMark.Length..];
        isFirst = false;
        if (line.Span.EndsWith("\r"u8)) line = line[..^1];
        Write(answerer.Answer(line));
    }

    void MakeRoom(Answerer answerer)
    {
        if (buffer.Length < CalculationJson.LongestLine)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
            return;
        }
        Write(answerer.RefuseLongLine());
        (isSkipping, filled, isFirst) = (true, 0, false);
    }

    void Write(ReadOnlySpan<byte> answer)
    {
        written.Write(answer);
        written.Write("\n"u8);
    }

    void HandOn()
    {
        if (written.WrittenCount == 0) return;
        answers.Write(written.WrittenSpan);
        answers.Flush();
        written.ResetWrittenCount();
    }
}
