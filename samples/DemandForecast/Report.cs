using System.Globalization;
using ModelDsl;

namespace Demand;

/// <summary>Tells how good the forecasts were.</summary>
internal static class Report
{
    /// <summary>Prints each month, and the errors of each way to forecast.</summary>
    /// <param name="forecast">The forecasts.</param>
    public static void Print(Forecast forecast)
    {
        double[] actual = forecast.Actual;
        int width = Math.Max("month".Length, forecast.Series.Labels.Max(label => label.Length));
        Write($"");
        Write($"{"month".PadRight(width)}      demand    forecast       error");
        for (int i = 0; i < actual.Length; i++)
            Write($"{forecast.Series.Labels[forecast.First + i].PadRight(width)}{actual[i],12:F1}{forecast.Model[i],12:F1}{100 * ((forecast.Model[i] / actual[i]) - 1),10:F1} %");
        Write($"");
        Write($"                                        mean absolute error      MAPE");
        PrintErrors("the model", forecast.Model, actual);
        PrintErrors("seasonal-naive: the year before", forecast.YearBefore, actual);
        PrintErrors("the year before, grown as last month", forecast.YearBeforeGrown, actual);
    }

    private static void PrintErrors(string name, double[] forecast, double[] actual)
    {
        double share = forecast.Zip(actual, (said, was) => Math.Abs(said - was) / was).Average();
        Write($"{name,-36}{RegressionMetrics.MeanAbsoluteError<double>(forecast, actual),23:F2}{100 * share,8:F2} %");
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
