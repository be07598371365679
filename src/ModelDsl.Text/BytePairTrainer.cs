using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelDsl.Text;

/// <summary>
/// Learns byte pairs (Sennrich et al. 2016, "Neural machine translation of rare words with subword units", algorithm 1): the pair of neighbours that is most frequent becomes a token, again and again.
/// Of equally frequent pairs the one with the lower ids goes first. Counts are kept up with each merge, which touches only the pieces that have the pair.
/// </summary>
internal sealed class BytePairTrainer
{
    // What occurs once is no pattern.
    private const int LeastCount = 2;

    private readonly List<string> tokens = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> merges = [];
    private readonly List<int[]> pieces = [];
    private readonly List<long> pieceCounts = [];
    private readonly Dictionary<(int Left, int Right), long> pairCounts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> places = [];
    private readonly PriorityQueue<(int Left, int Right), (long NegativeCount, int Left, int Right)> queue = new();

    private BytePairTrainer(IEnumerable<string> texts)
    {
        foreach (char symbol in ByteSymbols.All)
        {
            AddToken(symbol.ToString());
        }

        foreach ((string piece, long count) in CountPieces(texts))
        {
            pieces.Add([.. Encoding.UTF8.GetBytes(piece).Select(value => (int)value)]);
            pieceCounts.Add(count);
            CountPairs(pieces.Count - 1, count);
        }

        foreach ((int Left, int Right) pair in pairCounts.Keys)
        {
            Enqueue(pair);
        }
    }

    /// <summary>Learns tokens.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="size">How many tokens to stop at, those of the 256 bytes among them.</param>
    /// <returns>The tokens in the order of their ids, and the pairs that made those after the bytes.</returns>
    internal static (string[] Tokens, string[] Merges) Train(IEnumerable<string> texts, int size)
    {
        BytePairTrainer trainer = new(texts);
        while (trainer.tokens.Count < size && trainer.TryTakeBest(out (int Left, int Right) pair))
        {
            trainer.Merge(pair);
        }

        return ([.. trainer.tokens], [.. trainer.merges]);
    }

    private static Dictionary<string, long> CountPieces(IEnumerable<string> texts)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            Scalars.Check(text, nameof(texts));
            foreach (ValueMatch match in BytePairPieces.Expression().EnumerateMatches(text))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(lookup, text.AsSpan(match.Index, match.Length), out _)++;
            }
        }

        return counts;
    }

    // A count in the queue is from when the pair was put there. It has only fallen since: a pair whose count has changed goes back with the new one.
    private bool TryTakeBest(out (int Left, int Right) pair)
    {
        while (queue.TryDequeue(out pair, out (long NegativeCount, int Left, int Right) priority))
        {
            long count = pairCounts[pair];
            if (count != -priority.NegativeCount)
            {
                Enqueue(pair);
            }
            else if (!known.Contains(tokens[pair.Left] + tokens[pair.Right]))
            {
                // Otherwise two ways would lead to one token.
                return true;
            }
        }

        return false;
    }

    private void Merge((int Left, int Right) pair)
    {
        int merged = tokens.Count;
        merges.Add($"{tokens[pair.Left]} {tokens[pair.Right]}");
        AddToken(tokens[pair.Left] + tokens[pair.Right]);
        HashSet<(int Left, int Right)> risen = [];
        foreach (int index in places[pair])
        {
            CountPairs(index, -pieceCounts[index]);
            pieces[index] = Merge(pieces[index], pair, merged);
            CountPairs(index, pieceCounts[index]);
            risen.UnionWith(pieces[index].Zip(pieces[index].Skip(1)).Where(neighbours => neighbours.First == merged || neighbours.Second == merged));
        }

        places.Remove(pair);
        foreach ((int Left, int Right) grown in risen)
        {
            Enqueue(grown);
        }
    }

    private static int[] Merge(int[] piece, (int Left, int Right) pair, int merged)
    {
        List<int> result = new(piece.Length);
        for (int i = 0; i < piece.Length; i++)
        {
            bool here = i + 1 < piece.Length && (piece[i], piece[i + 1]) == pair;
            result.Add(here ? merged : piece[i]);
            i += here ? 1 : 0;
        }

        return [.. result];
    }

    private void CountPairs(int index, long change)
    {
        int[] piece = pieces[index];
        for (int i = 0; i + 1 < piece.Length; i++)
        {
            (int Left, int Right) pair = (piece[i], piece[i + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(pairCounts, pair, out _) += change;
            if (change > 0)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(places, pair, out _) ??= []).Add(index);
            }
        }
    }

    private void Enqueue((int Left, int Right) pair)
    {
        if (pairCounts[pair] is >= LeastCount and long count)
        {
            queue.Enqueue(pair, (-count, pair.Left, pair.Right));
        }
    }

    private void AddToken(string token)
    {
        tokens.Add(token);
        known.Add(token);
    }
}
