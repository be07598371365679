return QualityInspection.CommandLine.Run(args);
