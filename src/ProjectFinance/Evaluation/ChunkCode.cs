using ProjectFinance.Modelling;

namespace ProjectFinance.Evaluation;

/// <summary>
/// One chunk as steps of a stack machine. Where it reads and writes, and its constants, stand in a list of their own, so that chunks that
/// differ in nothing else have equal steps and can share one generated method.
/// </summary>
sealed class ChunkCode
{
    readonly List<ChunkStep> steps = [];
    readonly List<int> rows = [];
    readonly List<double> constants = [];

    internal IReadOnlyList<ChunkStep> Steps => steps;

    /// <summary>The rows read and written, as the steps number them.</summary>
    internal IReadOnlyList<int> Rows => rows;

    /// <summary>The constants, as the steps number them; zero and one are steps of their own.</summary>
    internal IReadOnlyList<double> Constants => constants;

    /// <summary>How many locals the steps use.</summary>
    internal int Locals { get; private set; }

    /// <summary>Writes chunks of a layout one after another.</summary>
    internal sealed class Writer(BlockLayout layout)
    {
        const int None = -1;

        readonly Graph graph = layout.Graph;
        readonly int[] readers = new int[layout.Graph.Count];
        readonly int[] local = Filled(layout.Graph.Count);
        readonly int[] numberOfRow = Filled(layout.Graph.Count);
        readonly List<int> rowsRead = [];
        ChunkCode code = new();
        int chunk;

        /// <summary>The steps of a chunk.</summary>
        internal ChunkCode Write(int number)
        {
            (code, chunk) = (new ChunkCode(), number);
            var nodes = layout.Chunk(number);
            foreach (int index in nodes)
                if (!IsMadeAnew(index) || IsStored(index)) CountReaders(index);
            foreach (int index in nodes) Place(index);
            foreach (int index in nodes) (readers[index], local[index]) = (0, None);
            foreach (int index in rowsRead) (readers[index], numberOfRow[index]) = (0, None);
            rowsRead.Clear();
            return code;
        }

        static int[] Filled(int count)
        {
            var array = new int[count];
            Array.Fill(array, None);
            return array;
        }

        bool IsComparison(int index) => graph[index].Op is Op.Greater or Op.GreaterOrEqual;

        bool IsOfInputs(int index) => IsComparison(index) && !graph[graph[index].A].IsOperation && !graph[graph[index].B].IsOperation;

        /// <summary>
        /// Whether every reader in the chunk makes a condition anew: a comparison right before its use becomes one instruction, while a kept one takes two more.
        /// </summary>
        bool IsMadeAnew(int index) => IsComparison(index) && layout.ChunkOf[index] == chunk || IsOfInputs(index);

        // What compares inputs alone is made anew in other chunks too.
        bool IsStored(int index) => layout.Crosses(index) && !IsOfInputs(index);

        void CountReaders(int index)
        {
            ref readonly var node = ref graph[index];
            for (int i = 0; i < node.Operands; i++)
            {
                int operand = node.Operand(i);
                if (IsMadeAnew(operand)) CountReaders(operand);
                else readers[operand]++;
            }
        }

        void Place(int index)
        {
            bool isStored = IsStored(index), isKept = !IsMadeAnew(index) && readers[index] > 1;
            if (!isStored && !isKept) return;
            Compute(index);
            int kept = code.Locals++;
            Add(ChunkStepKind.SetLocal, kept);
            if (!IsMadeAnew(index)) local[index] = kept;
            if (!isStored) return;
            Add(IsShared(index) ? ChunkStepKind.StoreShared : ChunkStepKind.StoreOwn, Row(index));
            Add(ChunkStepKind.Stored, kept);
        }

        void Compute(int index)
        {
            ref readonly var node = ref graph[index];
            for (int i = 0; i < node.Operands; i++) Push(node.Operand(i));
            Add(ChunkStepKind.Operation, (int)node.Op);
        }

        void Push(int index)
        {
            if (graph.IsConstant(index, out double constant)) Constant(constant);
            else if (local[index] != None) Add(ChunkStepKind.Local, local[index]);
            else if (graph[index].IsOperation && (IsMadeAnew(index) || layout.ChunkOf[index] == chunk)) Compute(index);
            else Add(IsShared(index) ? ChunkStepKind.SharedRow : ChunkStepKind.OwnRow, RowRead(index));
        }

        int RowRead(int index)
        {
            if (numberOfRow[index] != None) return numberOfRow[index];
            rowsRead.Add(index);
            return numberOfRow[index] = Row(index);
        }

        bool IsShared(int index) => layout.RowOf(index) < layout.SharedRows;

        int Row(int index)
        {
            code.rows.Add(layout.RowOf(index));
            return code.rows.Count - 1;
        }

        void Constant(double value)
        {
            // By bits: minus zero is not zero.
            if (BitConverter.DoubleToInt64Bits(value) == 0) Add(ChunkStepKind.Zero, 0);
            else if (value == 1) Add(ChunkStepKind.One, 0);
            else
            {
                code.constants.Add(value);
                Add(ChunkStepKind.Constant, code.constants.Count - 1);
            }
        }

        void Add(ChunkStepKind kind, int argument) => code.steps.Add(new(kind, argument));
    }
}

/// <summary>A step of a chunk: what it does, and which value, local or operation it is about.</summary>
readonly record struct ChunkStep(ChunkStepKind Kind, int Argument)
{
    /// <summary>Whether the stack is empty afterwards, so that other work may come in between.</summary>
    internal bool EndsStatement => Kind is ChunkStepKind.SetLocal or ChunkStepKind.Stored;
}

/// <summary>What a step of a chunk does.</summary>
enum ChunkStepKind : byte
{
    /// <summary>Pushes what stands in a row of an input or an output.</summary>
    SharedRow,

    /// <summary>Pushes what stands in a row of the code's own.</summary>
    OwnRow,

    /// <summary>Pushes a constant.</summary>
    Constant,

    /// <summary>Pushes zero, so common that it is worth a step.</summary>
    Zero,

    /// <summary>Pushes one.</summary>
    One,

    /// <summary>Pushes a local.</summary>
    Local,

    /// <summary>Takes its operands off the stack and pushes the result.</summary>
    Operation,

    /// <summary>Takes a value off the stack into a local.</summary>
    SetLocal,

    /// <summary>Names the row of an output that the next step writes.</summary>
    StoreShared,

    /// <summary>Names the row of its own that the next step writes.</summary>
    StoreOwn,

    /// <summary>Writes a local into the row named before.</summary>
    Stored,
}
