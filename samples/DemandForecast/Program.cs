return Demand.CommandLine.Run(args);
