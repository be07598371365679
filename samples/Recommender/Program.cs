return Recommender.CommandLine.Run(args);
