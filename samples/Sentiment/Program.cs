return Sentiment.CommandLine.Run(args);
