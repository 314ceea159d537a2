using System.Globalization;
using System.Numerics;
using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

/// <summary>The table of direction numbers, against what must hold of any such table, and the sequence they make, against published points.</summary>
public class SobolDirectionsTests
{
    static readonly int[][] Table = [.. SobolDirections.Table().Select(line => line.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())];

    [Fact]
    public void Table_HasEveryPrimitivePolynomialUpToDegree13Once()
    {
        Assert.Equal(Enumerable.Range(2, SobolDirections.Dimensions - 1), Table.Select(line => line[0]));
        var polynomials = Table.Select(line => 1 << line[1] | line[2] << 1 | 1).ToList();
        Assert.Equal(polynomials.Count, polynomials.Distinct().Count());
        Assert.All(polynomials, p => Assert.True(IsPrimitive(p)));
        // phi(2^s - 1) / s of them have degree s: 1 1 2 2 6 6 18 16 48 60 176 144 630.
        Assert.Equal([1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630], Table.GroupBy(line => line[1]).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public void Table_OfInitialNumbers_HasOddOnesThatFit() => Assert.All(Table, line =>
    {
        Assert.Equal(line[1], line.Length - 3);
        for (int k = 0; k < line[1]; k++) Assert.True(line[3 + k] % 2 == 1 && line[3 + k] < 1 << (k + 1));
    });

    // Sobol's Property A: among any 2^d consecutive points from a multiple, each of the 2^d halves of the d-dimensional cube has one. It holds if the first digits
    // of the first d direction numbers make a regular matrix; first digits alone follow the polynomial's recurrence. Joe and Kuo (2003, 2008) state it for their first 1,111 dimensions.
    [Fact]
    public void Table_OfAllDimensions_HasPropertyA()
    {
        const int d = SobolDirections.Dimensions;
        var rows = new ulong[d][];
        rows[0] = new ulong[d / 64 + 1];
        rows[0][0] = 1;
        for (int j = 1; j < d; j++) rows[j] = FirstDigits(Table[j - 1], d);
        Assert.True(IsRegular(rows));
    }

    // The first points in two dimensions in the order of Gray's code, as other programs list them.
    [Fact]
    public void Sequence_InTwoDimensions_BeginsAsPublished()
    {
        double[][] published = [[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875], [0.625, 0.125], [0.125, 0.625]];
        var directions = SobolDirections.Of(2);
        for (int n = 0; n < published.Length; n++)
            for (int d = 0; d < 2; d++) Assert.Equal(published[n][d], Point([.. directions[d]], n ^ n >> 1));
    }

    // Bratley and Fox's recurrence on whole numbers, m[k] = 2 c1 m[k-1] + 4 c2 m[k-2] + ... + 2^s m[k-s] + m[k-s], word by word.
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(37)]
    [InlineData(1_111)]
    public void Directions_OfADimension_FollowItsPolynomial(int dimension)
    {
        int[] line = Table[dimension - 2];
        int s = line[1];
        BigInteger[] m = new BigInteger[SobolDirections.Bits];
        for (int k = 0; k < m.Length; k++)
        {
            m[k] = k < s ? line[3 + k] : m[k - s] ^ (m[k - s] << s);
            for (int i = 1; k >= s && i < s; i++)
                if ((line[2] >> (s - 1 - i) & 1) == 1) m[k] ^= m[k - i] << i;
        }
        Assert.Equal(m.Select((x, k) => (ulong)(x << (63 - k))), SobolDirections.Of(dimension)[^1]);
    }

    static double Point(ulong[] directions, int n)
    {
        ulong point = 0;
        for (int k = 0; n >> k != 0; k++)
            if ((n >> k & 1) == 1) point ^= directions[k];
        return point * Math.Pow(2, -64);
    }

    /// <summary>Whether x has the order 2^s - 1 modulo the polynomial, found by counting.</summary>
    static bool IsPrimitive(int polynomial)
    {
        int degree = BitOperations.Log2((uint)polynomial), power = 1, order = 0;
        do
        {
            power <<= 1;
            if ((power >> degree & 1) == 1) power ^= polynomial;
            order++;
        }
        while (power != 1 && order < 1 << degree);
        return order == (1 << degree) - 1;
    }

    static ulong[] FirstDigits(int[] line, int count)
    {
        int s = line[1];
        var digits = new bool[count];
        for (int k = 0; k < count; k++)
        {
            digits[k] = k < s ? (line[3 + k] >> k & 1) == 1 : digits[k - s];
            for (int i = 1; k >= s && i < s; i++) digits[k] ^= (line[2] >> (s - 1 - i) & 1) == 1 && digits[k - i];
        }
        var row = new ulong[count / 64 + 1];
        for (int k = 0; k < count; k++) row[k / 64] |= (digits[k] ? 1UL : 0) << k;
        return row;
    }

    /// <summary>Whether elimination modulo two finds a pivot for every column.</summary>
    static bool IsRegular(ulong[][] rows)
    {
        for (int column = 0; column < rows.Length; column++)
        {
            int pivot = Array.FindIndex(rows, column, Has);
            if (pivot < 0) return false;
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            foreach (var row in rows.Skip(column + 1).Where(Has))
                for (int w = column / 64; w < row.Length; w++) row[w] ^= rows[column][w];

            bool Has(ulong[] row) => (row[column / 64] >> column & 1) == 1;
        }
        return true;
    }
}
