using System.Text;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Which random numbers belong to a factor: a number made of its name, so that they stay its own whatever other factors there are.</summary>
static class DrawStream
{
    const uint Offset = 2166136261, Prime = 16777619;

    /// <summary>The stream of a name, from 0: the hash FNV-1a of its UTF-8 bytes, in 31 bits.</summary>
    internal static int Of(string name)
    {
        uint hash = Offset;
        foreach (byte letter in Encoding.UTF8.GetBytes(name)) hash = (hash ^ letter) * Prime;
        return (int)(hash & int.MaxValue);
    }
}
